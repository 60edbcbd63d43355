#pragma once

#include "core/papers/paper.h"
#include "pdftools.h"

/// Whether the text layer of a PDF is the text of its paper, no more and no less.
namespace exacttext {

using namespace Qt::StringLiterals;

/// Without white space, the ideographic one too.
inline QString joined(const QStringList &texts)
{
    return pdftools::withoutSpaces(texts.join(QString())).remove(u'　');
}

/// The head of that table of \a paper whose head \a start begins with; empty: none.
inline QString tableHeadIn(const papers::Paper &paper, const QString &start)
{
    QString longest;
    for (const papers::Block &block : paper.blocks) {
        const auto *table = std::get_if<papers::Table>(&block);
        if (!table)
            continue;
        QStringList heads;
        for (const papers::Table::Column &column : table->columns)
            heads << column.head;
        const QString head = joined(heads);
        if (start.startsWith(head) && head.size() > longest.size())
            longest = head;
    }
    return longest;
}

/// What stands on every page around the text. A title too long for its line ends with … in \a text.
inline QString furniture(const papers::Paper &paper, qsizetype page, qsizetype pages, const QString &text)
{
    const QString number = u"第%1页共%2页"_s.arg(page).arg(pages);
    if (paper.format == papers::Paper::Format::Folded)
        return joined({paper.footer, paper.number, number});
    QString title = joined({paper.title});
    const QString cut = text.mid(joined({paper.number}).size()).section(u'…', 0, 0);
    if (cut.size() > 20 && title.startsWith(cut) && cut.size() < title.size())
        title = cut + u'…';
    const QString continued = page > 1 ? title + u"（续）"_s + paper.mark : QString();
    return joined({paper.number, continued, paper.footer, number});
}

/// Empty, or what is wrong first.
inline QString fault(const papers::Paper &paper, QStringList pages)
{
    QStringList texts = paper.texts();
    if (!paper.number.isEmpty())
        texts.removeFirst();
    texts.removeLast();
    QString expected = joined(texts);
    const qsizetype count = pages.size();
    for (qsizetype i = 0; i < count; ++i) {
        pages[i].remove(u'　');
        const QString around = furniture(paper, i + 1, count, pages[i]);
        if (!pages[i].startsWith(around))
            return u"page %1 begins with %2"_s.arg(i + 1).arg(pages[i].left(around.size()));
        pages[i].remove(0, around.size());
    }
    if (paper.format == papers::Paper::Format::Folded) {
        // As it is read: the cover, the inside, then the rest of the outside.
        papers::Paper cover = paper;
        cover.blocks.clear();
        QStringList coverTexts = cover.texts();
        coverTexts.removeLast();
        const qsizetype size = joined(coverTexts).size();
        pages = QStringList{pages[0].left(size), pages[1], pages[0].mid(size)} + pages.mid(2);
    }
    for (qsizetype i = 0; i < pages.size(); ++i) {
        QString body = pages[i];
        if (!expected.startsWith(body))
            body.remove(0, tableHeadIn(paper, body).size());
        if (!expected.startsWith(body)) {
            qsizetype same = 0;
            while (same < body.size() && same < expected.size() && body[same] == expected[same])
                ++same;
            return u"part %1 has %2 and not %3"_s.arg(i + 1).arg(body.mid(same, 40), expected.mid(same, 40));
        }
        expected.remove(0, body.size());
    }
    return expected;
}

}
