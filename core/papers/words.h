#pragma once

#include "core/base/result.h"

#include <QJsonObject>

#include <memory>

namespace papers {

/// The words that the templates of a form may use, and their meaning for one paper or page. The templates are Mustache; values are never
/// taken for templates.
class Words final
{
public:
    /// How values go into a text: as they are, because a paper is not HTML; or with what HTML takes for its own escaped, but for
    /// {{{word}}}.
    enum class Into { Text, Html };
    /// Text, numbers and flags of \a facts are words, its lists can be repeated. \a parts are templates that others may take in
    /// as {{>name}}.
    explicit Words(const QJsonObject &facts, const QJsonObject &parts = {}, Into into = Into::Text);
    ~Words();
    Q_DISABLE_COPY_MOVE(Words)

    /// \a templateText filled; an unknown word or a section that does not close is the error.
    base::Result<QString> fill(const QString &templateText) const;
    /// Whether \a word is a flag that is set, a text that is not empty or a list that has rows.
    base::Result<bool> holds(const QString &word) const;

    /// Calls \a forRow once for each row of the list \a word; meanwhile the words of the row, and "index" counting from 1, go
    /// before the others. Stops at the first error.
    template <class Function>
    base::Result<> eachRow(const QString &word, Function forRow)
    {
        const base::Result<int> rows = rowCount(word);
        if (!rows)
            return base::Fail(rows.error());
        for (int i = 0; i < *rows; ++i) {
            enterRow(word, i);
            const base::Result<> done = forRow();
            leaveRow();
            if (!done)
                return done;
        }
        return {};
    }

    /// What is wrong with \a templateText whatever the words are; empty: nothing.
    static QString templateFault(const QString &templateText);

private:
    base::Result<int> rowCount(const QString &word) const;
    void enterRow(const QString &word, int row);
    void leaveRow();

    struct Parts;
    std::unique_ptr<Parts> m;
};

}
