#include "ui/copycard/copydelegate.h"

#include "ui/copycard/copymodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/rows.h"

#include <QPainter>

using namespace Qt::StringLiterals;
using desk::CopyRun;
using domain::CopyLine;
using theme::Colour;
using theme::Type;

namespace {

constexpr int rowSide = theme::space(3);
constexpr int markWidth = theme::space(6);
constexpr int markSize = 14;
constexpr double labelShare = 0.44;

/// What stands before a row; empty: nothing yet.
QString markIcon(CopyRun::Mark mark, CopyLine::State state)
{
    switch (mark) {
    case CopyRun::Mark::Copied:
        return u"check"_s;
    case CopyRun::Mark::Before:
        return u"clock"_s;
    case CopyRun::Mark::Left:
        return u"chevron-right"_s;
    case CopyRun::Mark::Open:
        return state == CopyLine::State::ByHand ? u"keyboard"_s : QString();
    }
    Q_UNREACHABLE();
}

}

void CopyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QRect inner = option.rect.adjusted(rowSide, 0, -rowSide, 0);
    if (index.data(CopyModel::LineRole).toLongLong() < 0) {
        paintLine(*painter, inner.adjusted(0, theme::space(1), 0, 0), theme::font(Type::Caption), theme::colour(Colour::Muted),
                  index.data().toString());
        painter->restore();
        return;
    }
    const auto state = CopyLine::State(index.data(CopyModel::StateRole).toInt());
    const auto mark = CopyRun::Mark(index.data(CopyModel::MarkRole).toInt());
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    const bool isDone = mark != CopyRun::Mark::Open || state == CopyLine::State::Passed;
    paintRowGround(*painter, option, true);
    if (const QString icon = markIcon(mark, state); !icon.isEmpty())
        theme::icon(icon, mark == CopyRun::Mark::Copied ? Colour::Good : state == CopyLine::State::ByHand ? Colour::Warn : Colour::Muted)
            .paint(painter, {inner.left(), inner.center().y() - markSize / 2, markSize, markSize});
    const QColor text = theme::colour(isDone && !isCurrent ? Colour::Muted : Colour::Text);
    const QRect words = inner.adjusted(markWidth, 0, 0, 0);
    const int labelWidth = int(words.width() * labelShare);
    paintLine(*painter, {words.left(), words.top(), labelWidth - theme::space(2), words.height()},
              theme::font(isCurrent ? Type::Strong : Type::Body), text, index.data().toString());
    const QString value = state == CopyLine::State::Passed ? tr("nothing to copy") : index.data(CopyModel::ValueRole).toString();
    paintLine(*painter, words.adjusted(labelWidth, 0, 0, 0), theme::font(state == CopyLine::State::Passed ? Type::Caption : Type::Body), text,
              value.isEmpty() ? tr("by hand") : value);
    painter->restore();
}

QSize CopyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), QFontMetrics(theme::font(Type::Body)).height() + theme::space(3)};
}
