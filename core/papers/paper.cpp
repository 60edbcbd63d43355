#include "core/papers/paper.h"

#include "core/papers/casewords.h"

#include <algorithm>
#include <utility>

namespace papers {

namespace {

QStringList textsOf(const Heading &heading)
{
    return {heading.text};
}

QStringList textsOf(const Paragraph &paragraph)
{
    return {paragraph.mark + paragraph.text};
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
    for (qsizetype i = 0; i < table.rows.size(); ++i)
        texts << table.rows[i] << table.notes.value(i);
    return texts;
}

QStringList textsOf(const Chart &chart)
{
    QStringList texts{chart.first};
    for (const QList<int> &row : chart.rows()) {
        for (const int box : row)
            texts << chart.boxes[box].text << chart.boxes[box].note;
    }
    return texts << chart.last;
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

QStringList textsOf(const Pictures &)
{
    return {};
}

constexpr int mostSideBySide = 3;

}

QList<QList<int>> Chart::rows() const
{
    const int count = int(boxes.size());
    QList<int> layers(count, 0);
    // As many rounds as there are boxes settle the longest way; in a circle they end all the same.
    for (int round = 0; round < count; ++round) {
        for (int box = 0; box < count; ++box) {
            for (const int before : boxes[box].after) {
                if (before >= 0 && before < count && before != box)
                    layers[box] = std::clamp(layers[before] + 1, layers[box], count);
            }
        }
    }
    QList<QList<int>> rows;
    for (int layer = 0; layer <= count; ++layer) {
        QList<int> row;
        for (int box = 0; box < count; ++box) {
            if (layers[box] != layer)
                continue;
            if (row.size() == mostSideBySide)
                rows << std::exchange(row, {});
            row << box;
        }
        if (!row.isEmpty())
            rows << row;
    }
    return rows;
}

void Paper::illustrate(const QList<QImage> &pictures)
{
    const auto place = std::ranges::find_if(blocks, [](const Block &block) { return std::holds_alternative<Pictures>(block); });
    if (place != blocks.end())
        std::get<Pictures>(*place).pictures = pictures;
}

bool Paper::sign(const QImage &hand, const QDateTime &at, bool asAgent)
{
    const auto isRule = [](const QString &line) { return line.endsWith(u'：'); };
    const auto place = std::find_if(blocks.rbegin(), blocks.rend(), [&](const Block &block) {
        const auto *signature = std::get_if<Signature>(&block);
        return signature && !signature->left.isEmpty() && isRule(signature->left.first());
    });
    if (place == blocks.rend() || hand.isNull())
        return false;
    auto &signature = std::get<Signature>(*place);
    signature.hand = hand;
    signature.handLine = 0;
    for (int i = 0; i < signature.left.size(); ++i) {
        QString &line = signature.left[i];
        if (asAgent && line.startsWith(u"代理人") && isRule(line))
            signature.handLine = i;
        if (isRule(line) && (line.startsWith(u"日期") || line.startsWith(u"收到时间")))
            line += momentWords(at);
    }
    return true;
}

QStringList Paper::texts() const
{
    QStringList all{number, title, mark};
    for (const Block &block : cover + blocks)
        all << std::visit([](const auto &some) { return textsOf(some); }, block);
    all << footer;
    all.removeAll(QString());
    return all;
}

}
