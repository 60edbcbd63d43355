#pragma once

#include "core/reports/figures.h"

#include <QStringList>

#include <optional>

namespace reports {

/// How the value of a figure reads.
enum class Measure { Count, Share, Minutes };

/// What a figure is. Texts are Chinese, as on paper.
struct Term {
    Figure figure = Figure::Filings;
    const char *id = ""; ///< stable word, for files and tests
    QString chapter; ///< figures of one chapter stand together
    QString name;
    QString unit; ///< 件, 项, 份, 次, 分钟
    QString definition; ///< what counts, for which day, and what does not
    QString source; ///< rule that it comes from; 本系统统计口径: our own
    Measure measure = Measure::Count;
    bool mustBeZero = false;
    std::optional<Figure> part = {}; ///< of which other figure it is a part
};

/// Every figure once, in the order of Figure.
const QList<Term> &glossary();
const Term &termOf(Figure figure);

/// A value as it is shown: “12”, “8/20（40.0%）”, “1小时5分”, “—” when it is not known or nothing was measured.
QString wordsOf(Figure figure, const Value &value);
/// How \a value differs from \a before: “+3”, “-1”, “持平”, “—”; of shares in percentage points.
QString changeOf(Figure figure, const Value &value, const Value &before);

}
