#pragma once

#include "core/base/result.h"

#include <QAbstractListModel>

#include <functional>
#include <optional>

/// The first pages of a list that is read page by page, further ones when a view asks for more. \c List has a Page of lines, end and
/// isLast, and a Place where a page ended.
template <typename List>
class PagedModel : public QAbstractListModel
{
public:
    using Page = typename List::Page;
    using Place = typename List::Place;
    using Lines = decltype(Page::lines);
    using Line = typename Lines::value_type;
    static constexpr int pageSize = 100; ///< lines

    /// Why the last reading failed; nothing when all is well.
    const std::optional<base::Error> &fault() const { return m_fault; }
    /// Nothing is behind the last row.
    bool isWhole() const { return m_isWhole; }
    const Line &line(int row) const { return m_lines[row]; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_lines.size()); }
    bool canFetchMore(const QModelIndex &parent) const override { return !parent.isValid() && !m_isWhole; }
    void fetchMore(const QModelIndex &parent) override
    {
        if (!canFetchMore(parent))
            return;
        const base::Result<Page> page = m_read(m_end, pageSize);
        note(page);
        if (!page || page->lines.isEmpty())
            return;
        beginInsertRows({}, rowCount(), rowCount() + int(page->lines.size()) - 1);
        m_lines += page->lines;
        endInsertRows();
    }

protected:
    /// At most so many lines behind a place.
    using Read = std::function<base::Result<Page>(const Place &after, int most)>;

    using QAbstractListModel::QAbstractListModel;
    /// Shows the first page of \a read and at least \a least lines of it.
    void readAnew(Read read, int least)
    {
        m_read = std::move(read);
        const base::Result<Page> page = m_read({}, std::max(pageSize, least));
        beginResetModel();
        m_lines = page ? page->lines : Lines();
        note(page);
        endResetModel();
    }
    /// Shows \a lines, and nothing is behind them.
    void showOnly(const Lines &lines)
    {
        beginResetModel();
        m_lines = lines;
        note(Page{lines, {}, true});
        endResetModel();
    }
    const Lines &lines() const { return m_lines; }
    void allChanged(int role)
    {
        if (!m_lines.isEmpty())
            emit dataChanged(index(0), index(rowCount() - 1), {role});
    }

private:
    void note(const base::Result<Page> &page)
    {
        m_fault = page ? std::nullopt : std::optional(page.error());
        m_isWhole = !page || page->isLast;
        m_end = page ? page->end : Place();
    }

    Read m_read;
    Lines m_lines;
    Place m_end;
    bool m_isWhole = true;
    std::optional<base::Error> m_fault;
};
