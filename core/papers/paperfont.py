#!/usr/bin/python3
"""Makes a face of the papers from Noto Serif CJK SC (SIL Open Font License 1.1).

Usage: paperfont.py SOURCE.ttc OUTPUT.otf regular|bold|rare

Why not the stock font: Cairo copies the whole outline table of every face it meets for every PDF and keeps the face's
subroutines, which costs 10 ms and 50 KB a paper. These faces have no subroutines, hints and foreign scripts, and the characters
that most papers do without stand in a face of their own, so that a usual page takes a third of the time and the bytes. They get
a name of their own, so that fontconfig never mixes them with the system's.
"""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Yichuang Song"
SC_FACE_OF_THE_COLLECTION = 2

# Kangxi radicals and their supplement (U+2E80-2FDF) are left out: they share glyphs with ordinary characters, and text
# taken out of a PDF must never turn into radicals.
LATIN_AND_SIGNS = [(0x20, 0x7E), (0xA0, 0x2FF), (0x370, 0x451), (0x2000, 0x206F), (0x20A0, 0x20CF), (0x2100, 0x27BF),
                   (0x3000, 0x312F), (0x3200, 0x33FF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF)]
ALL_HAN = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x3FFFF)]


def spread(ranges):
    return {c for first, last in ranges for c in range(first, last + 1)}


def everyday_han():
    """GB 2312, and the one character of a district around here that it lacks."""
    characters = {ord("瀍")}
    for high in range(0xB0, 0xF8):
        text = bytes(b for low in range(0xA1, 0xFF) for b in (high, low)).decode("gb2312", "ignore")
        characters |= {ord(c) for c in text}
    return characters


def characters_of(face):
    if face == "rare":
        return spread(ALL_HAN) - everyday_han()
    return spread(LATIN_AND_SIGNS) | everyday_han()


def rename(font, face):
    family, style = (FAMILY + " Rare", "Regular") if face == "rare" else (FAMILY, face.capitalize())
    postscript = f"{family} {style}".replace(" ", "")
    names = {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}", 6: postscript, 16: family, 17: style}
    for record in list(font["name"].names):
        if record.nameID in names:
            font["name"].setName(names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
    cff = font["CFF "].cff
    cff.fontNames[0] = postscript
    cff.topDictIndex[0].FamilyName = family
    cff.topDictIndex[0].FullName = f"{family} {style}"


def main():
    source, output, face = sys.argv[1:]
    options = subset.Options(hinting=False, desubroutinize=True, layout_features=[], name_IDs=["*"], notdef_outline=True)
    font = TTFont(source, fontNumber=SC_FACE_OF_THE_COLLECTION, lazy=True)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=characters_of(face))
    worker.subset(font)
    rename(font, face)
    font.save(output)


if __name__ == "__main__":
    main()
