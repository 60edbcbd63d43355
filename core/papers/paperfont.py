#!/usr/bin/python3
"""Makes the two faces of the papers from Noto Serif CJK SC (SIL Open Font License 1.1).

Usage: paperfont.py SOURCE.ttc OUTPUT.otf regular|bold

Why not the stock font: Cairo copies the whole outline table of a face for every PDF and keeps its subroutines, which costs
10 ms and 50 KB a paper. Without subroutines, hints and foreign scripts the same page takes a third of the time and of the
bytes. The face gets a name of its own so that fontconfig never mixes it with the system's.
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


def characters(weight):
    """Every character the face is to have: names may need any, bold words (titles, heads) keep to GB 2312."""
    wanted = {c for first, last in LATIN_AND_SIGNS for c in range(first, last + 1)}
    if weight == "regular":
        return wanted | {c for first, last in ALL_HAN for c in range(first, last + 1)}
    for high in range(0xB0, 0xF8):
        text = bytes(b for low in range(0xA1, 0xFF) for b in (high, low)).decode("gb2312", "ignore")
        wanted |= {ord(c) for c in text}
    return wanted


def rename(font, style):
    names = {1: FAMILY, 2: style, 3: f"{FAMILY} {style}", 4: f"{FAMILY} {style}", 6: f"YichuangSong-{style}", 16: FAMILY,
             17: style}
    for record in list(font["name"].names):
        if record.nameID in names:
            font["name"].setName(names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
    cff = font["CFF "].cff
    cff.fontNames[0] = names[6]
    cff.topDictIndex[0].FamilyName = FAMILY
    cff.topDictIndex[0].FullName = names[4]


def main():
    source, output, weight = sys.argv[1:]
    options = subset.Options(hinting=False, desubroutinize=True, layout_features=[], name_IDs=["*"], notdef_outline=True)
    font = TTFont(source, fontNumber=SC_FACE_OF_THE_COLLECTION, lazy=True)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=characters(weight))
    worker.subset(font)
    rename(font, weight.capitalize())
    font.save(output)


if __name__ == "__main__":
    main()
