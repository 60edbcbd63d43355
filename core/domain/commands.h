#pragma once

#include "core/domain/events.h"
#include "core/domain/lifecommands.h"

namespace domain {

// What a person at the window wants done. decide() says whether it may be.

struct OpenCase {
    QString caseId;
    QString number;
};
struct AnswerSituation {
    QString situation;
    QString answer; ///< option id, or a number as typed; empty takes the answer back
};
struct DropItem {
    QString item;
};
struct KeepItem {
    QString item;
};
struct ChoosePath {
    QString item;
    QString path;
};
struct EnterField {
    QString field;
    QString value; ///< as typed; decide() cleans it
};
struct GiveVerdict {
    QString material;
    Verdict verdict;
};
struct TakeBackVerdict {
    QString material;
};
struct IssueNotice {
};
struct FileCase {
};
struct RequestPrint {
    QString print; ///< fresh id
    PaperRef paper;
    QString reason = {}; ///< why once more, in a few words; may be empty
    int pieces = 1; ///< identical papers, 1–99
};
struct ReportSpooled {
    QString print;
    QString detail;
    QString printer = {}; ///< empty: no print service, e.g. a file
    int job = 0;
};
/// The printer has taken all of it.
struct ReportPrinted {
    QString print;
};
/// Somebody has the paper in hand.
struct ConfirmPrint {
    QString print;
};
struct ReportPrintFailed {
    QString print;
    QString detail;
};
struct AbandonCase {
    QString reason;
};

using Command = std::variant<OpenCase, AnswerSituation, DropItem, KeepItem, ChoosePath, EnterField, GiveVerdict, TakeBackVerdict,
                             IssueNotice, FileCase, RequestPrint, ReportSpooled, ReportPrinted, ReportPrintFailed, ConfirmPrint,
                             AbandonCase, LifeCommand>;

}
