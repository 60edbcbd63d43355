#include "core/papers/paper.h"

namespace papers {

namespace {

QStringList textsOf(const Heading &heading)
{
    return {heading.text};
}

QStringList textsOf(const Paragraph &paragraph)
{
    return {paragraph.text};
}

QStringList textsOf(const FactTable &facts)
{
    QStringList texts;
    for (const auto &[label, value] : facts.rows)
        texts << label << value;
    return texts;
}

QStringList textsOf(const Table &table)
{
    QStringList texts;
    for (const Table::Column &column : table.columns)
        texts << column.head;
    for (const QStringList &row : table.rows)
        texts << row;
    return texts;
}

QStringList textsOf(const Codes &codes)
{
    QStringList texts;
    for (const Codes::Code &code : codes.codes)
        texts << code.caption;
    return texts;
}

QStringList textsOf(const Signature &signature)
{
    return signature.left + signature.right;
}

}

QStringList Paper::texts() const
{
    QStringList all{number, title, mark};
    for (const Block &block : blocks)
        all << std::visit([](const auto &some) { return textsOf(some); }, block);
    all << footer;
    all.removeAll(QString());
    return all;
}

}
