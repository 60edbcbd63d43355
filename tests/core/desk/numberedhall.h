#pragma once

#include "core/desk/printpaper.h"
#include "core/domain/issuedpapers.h"
#include "core/papers/formtrial.h"
#include "tests/core/desk/takein.h"

using namespace Qt::StringLiterals;
using namespace domain;

inline const QByteArray numbersOfHall = R"({
  "organs": {"卫生健康部门": {"name": "湖滨区卫生健康委员会", "code": "湖卫"}, "公安部门": {"code": "湖公"}},
  "blocks": [{"code": "湖卫", "paper": "acceptance-notice", "year": %YEAR%, "from": 5, "to": 6},
             {"code": "湖卫", "paper": "acceptance-notice", "year": %YEAR%, "from": 101, "to": 101}]})";

/// A hall with numbers of its own and a case whose items of two departments were accepted.
class NumberedHall : public Hall
{
public:
    NumberedHall()
    {
        const QByteArray year = QByteArray::number(clock.now().date().year());
        useNumbers(QByteArray(numbersOfHall).replace("%YEAR%", year));
        printing.emplace(printer);
    }
    void useNumbers(const QByteArray &json)
    {
        QDir(folder.path()).mkpath(u"forms"_s);
        QFile file(folder.filePath(u"forms/numbers.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        forms = forms.withOwn(folder.filePath(u"forms"_s), papers::tryForm);
        QVERIFY2(forms.faults().isEmpty(),
                 forms.faults().isEmpty() ? "" : qPrintable(forms.faults()[0].place + forms.faults()[0].detail));
    }
    /// A filed case whose items were all accepted.
    std::unique_ptr<desk::CaseWork> accepted()
    {
        const std::optional<Guide> guide = shelf.guide(newborn(*this));
        QList<Fact> facts;
        for (const Item &item : guide->matter.items)
            facts << LifeFact{ItemAccepted{item.id, {}}};
        return filedAtOnce(*this, facts);
    }
    static PaperRef noticeOf(const desk::CaseWork &work, const QString &department, int nth = 0)
    {
        for (const Item &item : work.guide().matter.items) {
            if (item.department == department && nth-- == 0)
                return {PaperKind::AcceptanceNotice, 1, item.id};
        }
        return {};
    }
    QString print(desk::CaseWork &work, const PaperRef &paper)
    {
        const auto printed = printing->print(work, paper);
        if (!printed)
            return printed.error().error ? u"! "_s + printed.error().error->detail : u"!"_s;
        const PaperNumber *number = numberOf(work.file(), paper);
        return number ? number->text : QString();
    }

    support::FakePrinter printer;
    std::optional<desk::PrintPaper> printing;
};
