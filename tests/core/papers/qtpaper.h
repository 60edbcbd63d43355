#pragma once

#include "core/papers/paper.h"
#include "core/codes/qrcode.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QTextDocument>
#include <QUrl>

/// A paper as most Qt programs print it: HTML in a QTextDocument onto a QPdfWriter. Same words, tables and codes, same faces; no
/// tags, no language, no table heads on the next page, no signature held to its text.
namespace qtpaper {

using namespace Qt::StringLiterals;

class Html
{
public:
    explicit Html(const papers::Paper &paper)
    {
        m_document.setDefaultFont(QFont(QStringList{u"Yichuang Song"_s, u"Yichuang Song Rare"_s}, 10));
        m_html = u"<p align=right>%1</p><h1 align=center>%2</h1>"_s.arg(said(paper.number), said(paper.title));
        for (const papers::Block &block : paper.blocks)
            std::visit([this](const auto &some) { add(some); }, block);
        m_html += u"<p>%1</p>"_s.arg(said(paper.footer));
    }

    QByteArray pdf(const QString &title)
    {
        QBuffer bytes;
        bytes.open(QIODevice::WriteOnly);
        QPdfWriter writer(&bytes);
        writer.setTitle(title);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(28, 20, 26, 17), QPageLayout::Millimeter);
        m_document.setHtml(m_html);
        m_document.print(&writer);
        return bytes.data();
    }

private:
    static QString said(const QString &words) { return words.toHtmlEscaped(); }
    static QString row(const QStringList &cells, const QString &tag)
    {
        QString html = u"<tr>"_s;
        for (const QString &cell : cells)
            html += u"<%1>%2</%1>"_s.arg(tag, said(cell));
        return html + u"</tr>"_s;
    }
    void openTable() { m_html += u"<table border=1 cellspacing=0 cellpadding=4 width=100%>"_s; }

    void add(const papers::Heading &heading) { m_html += u"<h3>%1</h3>"_s.arg(said(heading.text)); }
    void add(const papers::Paragraph &paragraph) { m_html += u"<p>%1</p>"_s.arg(said(paragraph.mark + paragraph.text)); }
    void add(const papers::FactTable &facts)
    {
        openTable();
        for (const auto &[label, value] : facts.rows)
            m_html += row({label, value}, u"td"_s);
        m_html += u"</table>"_s;
    }
    void add(const papers::Table &table)
    {
        openTable();
        QStringList heads;
        for (const papers::Table::Column &column : table.columns)
            heads << column.head;
        m_html += row(heads, u"th"_s);
        for (const QStringList &cells : table.rows)
            m_html += row(cells, u"td"_s);
        m_html += u"</table>"_s;
    }
    void add(const papers::Chart &) { }
    void add(const papers::Pictures &) { }
    void add(const papers::Codes &codes)
    {
        m_html += u"<table width=100%><tr>"_s;
        for (const papers::Codes::Code &code : codes.codes) {
            const QString name = u"code:%1"_s.arg(m_codes++);
            m_document.addResource(QTextDocument::ImageResource, QUrl(name),
                                   codes::QrCode::of(code.content, codes::QrCode::Level::H)->modules());
            m_html += u"<td align=center><img src='%1' width=120 height=120><br>%2</td>"_s.arg(name, said(code.caption));
        }
        m_html += u"</tr></table>"_s;
    }
    void add(const papers::Signature &signature)
    {
        for (const QString &line : signature.left + signature.right)
            m_html += u"<p>%1</p>"_s.arg(said(line));
    }

    QTextDocument m_document;
    QString m_html;
    int m_codes = 0;
};

}
