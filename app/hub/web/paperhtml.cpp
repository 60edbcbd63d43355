#include "app/hub/web/paperhtml.h"

#include "core/papers/chartsvg.h"

#include <QRegularExpression>

namespace web {

using namespace Qt::StringLiterals;
using papers::Paper;

namespace {

/// \a text as HTML: escaped, lines as lines, addresses as links.
QString proseOf(const QString &text)
{
    static const QRegularExpression address(u"https?://[A-Za-z0-9.:/?&=%#_~+-]+"_s);
    QString html;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : address.globalMatch(text)) {
        html += escaped(text.mid(from, match.capturedStart() - from));
        html += u"<a href=\"%1\" rel=\"noopener noreferrer\">%1</a>"_s.arg(escaped(match.captured()));
        from = match.capturedEnd();
    }
    return (html + escaped(text.mid(from))).trimmed().replace(u'\n', "<br>"_L1);
}

/// Writes one block after the other.
class BlockWriter
{
public:
    void write(const papers::Heading &heading)
    {
        if (heading.level != 1) {
            m_html += u"<h3>%1</h3>\n"_s.arg(proseOf(heading.text));
            return;
        }
        const Section section{u"s%1"_s.arg(m_sections.size() + 1), heading.text};
        m_html += u"<h2 id=\"%1\">%2</h2>\n"_s.arg(section.id, proseOf(section.text));
        m_sections << section;
    }

    void write(const papers::Paragraph &paragraph)
    {
        using Weight = papers::Paragraph::Weight;
        const QString kind = paragraph.weight == Weight::Small ? u" class=\"small\""_s
            : paragraph.weight == Weight::Strong               ? u" class=\"strong\""_s
            : !paragraph.mark.isEmpty()                        ? u" class=\"point\""_s
                                                               : QString();
        const QString mark
            = paragraph.mark.isEmpty() ? QString() : u"<span class=\"mark\">%1</span>"_s.arg(escaped(paragraph.mark));
        m_html += u"<p%1>%2%3</p>\n"_s.arg(kind, mark, proseOf(paragraph.text));
    }

    void write(const papers::FactTable &facts)
    {
        if (facts.rows.isEmpty())
            return;
        m_html += "<dl class=\"facts\">\n"_L1;
        for (const auto &[label, value] : facts.rows)
            m_html += u"<div><dt>%1</dt><dd>%2</dd></div>\n"_s.arg(escaped(label), proseOf(value));
        m_html += "</dl>\n"_L1;
    }

    void write(const papers::Table &table)
    {
        if (table.rows.isEmpty())
            return;
        m_html += "<table role=\"table\" class=\"rows\">\n<thead role=\"rowgroup\"><tr role=\"row\">"_L1;
        for (const papers::Table::Column &column : table.columns)
            m_html += u"<th role=\"columnheader\" scope=\"col\">%1</th>"_s.arg(escaped(column.head));
        m_html += "</tr></thead>\n<tbody role=\"rowgroup\">\n"_L1;
        for (qsizetype row = 0; row < table.rows.size(); ++row) {
            m_html += u"<tr role=\"row\"%1>"_s.arg(table.notes.value(row).isEmpty() ? QString() : u" class=\"noted\""_s);
            for (qsizetype i = 0; i < table.columns.size(); ++i) {
                m_html += u"<td role=\"cell\" data-head=\"%1\"%2>%3</td>"_s.arg(
                    escaped(table.columns[i].head), table.columns[i].centred ? u" class=\"centred\""_s : QString(),
                    proseOf(table.rows[row].value(i)));
            }
            m_html += "</tr>\n"_L1;
            if (const QString note = table.notes.value(row); !note.isEmpty()) {
                m_html += u"<tr role=\"row\" class=\"note\"><td role=\"cell\" colspan=\"%1\">%2</td></tr>\n"_s.arg(table.columns.size())
                              .arg(proseOf(note));
            }
        }
        m_html += "</tbody>\n</table>\n"_L1;
    }

    void write(const papers::Pictures &) { } // of the reports of a hall, which are not for the public
    void write(const papers::Chart &chart) { m_html += papers::chartAsSvg(chart, u"办理流程图，先后关系见上文各项说明"_s) + u'\n'; }

    void write(const papers::Codes &codes)
    {
        for (const papers::Codes::Code &code : codes.codes)
            m_html += u"<p class=\"small\">%1：%2</p>\n"_s.arg(escaped(code.caption), proseOf(code.content));
    }

    void write(const papers::Signature &signature)
    {
        m_html += "<p class=\"small\">"_L1;
        for (const QString &line : signature.left + signature.right)
            m_html += escaped(line) + "<br>"_L1;
        m_html += "</p>\n"_L1;
    }

    PaperPage take() { return {{std::move(m_html)}, std::move(m_sections)}; }

private:
    QString m_html;
    QList<Section> m_sections;
};

}

PaperPage pageOf(const Paper &paper)
{
    BlockWriter writer;
    for (const papers::Block &block : paper.blocks)
        std::visit([&](const auto &some) { writer.write(some); }, block);
    return writer.take();
}

}
