#include "app/counter/pagekeys.h"

#include "ui/case/acts.h"
#include "ui/issuance/issuanceforms.h"

#include <QCoreApplication>
#include <QKeySequence>

using namespace Qt::StringLiterals;

namespace pagekeys {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("pagekeys", text);
}

}

QList<KeyGroup> home()
{
    return {{tr("Begin"),
             {{u"A–Z / 文字"_s, tr("find a matter: characters, pinyin or initials")},
              {tr("scanner"), tr("open the case whose code was scanned")},
              {u"Up / Down"_s, tr("choose in the list")},
              {u"Enter"_s, tr("open what is chosen")},
              {u"F6"_s, tr("consult on the chosen matter, without a case")},
              {u"Tab"_s, tr("to the unfinished cases and back")},
              {u"Esc"_s, tr("empty the field")}}}};
}

QList<KeyGroup> cases()
{
    return {{tr("Cases"),
             {{u"A–Z / 0–9"_s, tr("find any case: number, ID number, phone, name, pinyin, matter")},
              {u"Up / Down"_s, tr("choose in the list")},
              {u"F4"_s, tr("filed cases too, or only the unfinished")},
              {u"Insert / Space"_s, tr("mark several; Ctrl+A: all")},
              {u"Ctrl+B"_s, tr("print one kind of paper of the marked cases, or of all shown")},
              {u"F8"_s, tr("give the marked cases, or the chosen one, to another window")},
              {u"Enter"_s, tr("open the case")}}}};
}

QList<KeyGroup> guides()
{
    return {{tr("Find a guide"),
             {{u"A–Z / 文字"_s, tr("characters, pinyin, initials; items and materials too")},
              {u"Up / Down"_s, tr("choose in the list")},
              {u"F5"_s, tr("to the filters; Up and Down choose, Tab goes on")},
              {u"F6"_s, tr("all filters off")},
              {u"Enter"_s, tr("read: the keys scroll the paper")},
              {u"Esc"_s, tr("back to the field")}}},
            {tr("Read"),
             {{u"F2"_s, tr("full guide")},
              {u"F3"_s, tr("concise leaflet, folded in three")},
              {u"F4"_s, tr("compare with another version")},
              {u"Ctrl+P"_s, tr("print what is shown")},
              {u"Ctrl+S"_s, tr("save it as PDF")}}},
            {tr("Go on"),
             {{u"F7"_s, tr("consult without opening a case")},
              {u"Ctrl+Enter"_s, tr("start a case on this matter")},
              {u"F8"_s, tr("import a guide pack from a file")}}}};
}

QList<KeyGroup> workList()
{
    return {{tr("What next"),
             {{u"Up / Down"_s, tr("choose in the list")},
              {u"Enter"_s, tr("open the case")},
              {u"1 – 4"_s, tr("only overdue, urgent, due soon, in time")},
              {u"0"_s, tr("every urgency")},
              {u"Left / Right"_s, tr("only one kind of task")},
              {u"F"_s, tr("only the matter of the chosen task, or all")},
              {u"R"_s, tr("reminded by phone of a deferred material: record it")},
              {u"M"_s, tr("only cases that I opened, or all")},
              {u"W"_s, tr("leave out what waits for others, or not")},
              {u"Insert / Space"_s, tr("mark several; Ctrl+A: all")},
              {u"Ctrl+B"_s, tr("print one kind of paper of the marked cases, or of all shown")},
              {u"Esc"_s, tr("everything again")}}}};
}

QList<KeyGroup> issuance()
{
    QList<KeyGroup> groups{{tr("Results"),
                            {{tr("scanner"), tr("case number, receipt, shelf label, certificate or parcel number")},
                             {u"A–Z / 文字"_s, tr("name, pinyin, phone or ID number of the applicant; Enter finds")},
                             {u"Up / Down"_s, tr("choose in the list")},
                             {u"Left / Right"_s, tr("to come, here, overdue, not collected, refusals, proof owed")},
                             {u"Enter"_s, tr("what the chosen result needs next")},
                             {u"Insert / Space"_s, tr("mark several, e.g. of one courier's run, for F2, F3 or F7")},
                             {u"Ctrl+B"_s, tr("print one kind of paper of the marked cases, or of all shown")},
                             {u"Ctrl+Enter"_s, tr("open the case")},
                             {u"Ctrl+D"_s, tr("while handing over: read the collector's card")},
                             {u"Ctrl+B"_s, tr("while handing over: sign by hand")},
                             {u"Ctrl+R"_s, tr("open the rating pad")},
                             {u"Esc"_s, tr("back: message, search, marks, part of the list")}}},
                           {tr("Acts"), {}}};
    for (int i = 0; i < issuanceActs; ++i)
        groups.last().rows.append({QKeySequence(keyOf(IssuanceAct(i))).toString(), issuanceWord(IssuanceAct(i))});
    return groups;
}

QList<KeyGroup> intake()
{
    return {{tr("Steps"),
             {{u"F2"_s, tr("situations")},
              {u"F3"_s, tr("items")},
              {u"F4"_s, tr("applicant")},
              {u"F5"_s, tr("materials")},
              {u"F6"_s, tr("paper")},
              {u"F7"_s, tr("what is open next")}}},
            {tr("Situations and items"),
             {{u"1 – 9"_s, tr("give the answer, choose the way")}, {u"Space"_s, tr("keep or drop the item")}}},
            {tr("Materials"),
             {{u"1 / Y"_s, tr("original seen")},
              {u"2 / C"_s, tr("copy kept")},
              {u"3 / E"_s, tr("exempt: shared data or e-licence")},
              {u"4 / D"_s, tr("deferred to a day")},
              {u"5 / P"_s, tr("committed in writing")},
              {u"6 / N"_s, tr("does not conform")},
              {u"7 / M"_s, tr("missing")},
              {u"8 / L"_s, tr("look it up: shared data, e-licence")},
              {u"Backspace"_s, tr("take the verdict back")}}},
            {tr("People"),
             {{u"Ctrl+D"_s, tr("read the identity card of the person under the cursor; once more: over what was typed")},
              {u"Ctrl+J"_s, tr("an agent acts, or no longer")},
              {u"Ctrl+L"_s, tr("list of people; once more: the next list")},
              {u"Ctrl+V"_s, tr("paste a list from a spreadsheet")},
              {u"Ctrl+O"_s, tr("list from a file")},
              {u"Ctrl+Enter"_s, tr("take over those in order")},
              {u"Ctrl+E"_s, tr("give the faulty rows back as a file")},
              {u"Del"_s, tr("remove the person")}}},
            {tr("Acts"),
             {{u"F8"_s, tr("issue and print the one-time notice")},
              {u"F9"_s, tr("print the letter to sign; file the case and print the receipt")},
              {u"F11"_s, tr("the applicant has signed; after filing: accept at this window")},
              {u"Ctrl+B"_s, tr("sign by hand: the letter, else the paper issued last")},
              {u"Ctrl+R"_s, tr("open the rating pad, after filing")},
              {u"F10"_s, tr("open the earlier case that is warned of")},
              {u"Shift+F10"_s, tr("close this case: the one that is warned of stands for both")},
              {u"F12"_s, tr("pictures of the papers")},
              {u"Ctrl+K"_s, tr("after filing: copy card for another system")},
              {u"Ctrl+P"_s, tr("print the last paper again")},
              {u"Ctrl+S"_s, tr("save the last paper as PDF")},
              {u"Ctrl+Z"_s, tr("take the last step back")},
              {u"Esc"_s, tr("back; everything is saved")}}}};
}

QList<KeyGroup> consult()
{
    return {{tr("Steps"),
             {{u"F2"_s, tr("situations")},
              {u"F3"_s, tr("items")},
              {u"F4"_s, tr("personal list")},
              {u"F7"_s, tr("what is open next")}}},
            {tr("Situations and items"),
             {{u"1 – 9"_s, tr("give the answer, choose the way")},
              {u"Space"_s, tr("keep or drop the item")},
              {u"Backspace"_s, tr("take the answer back")}}},
            {tr("Acts"),
             {{u"Ctrl+P"_s, tr("print the personal list")},
              {u"Ctrl+S"_s, tr("save the personal list as PDF")},
              {u"F9"_s, tr("turn it into a case with the same answers")},
              {u"Ctrl+Z"_s, tr("take the last step back")},
              {u"Ctrl+N"_s, tr("begin anew for the next citizen")},
              {u"Esc"_s, tr("back; the consultation is kept until another begins")}}}};
}

QList<KeyGroup> scans()
{
    return {{tr("Take pictures"),
             {{u"F9"_s, tr("take what lies in the camera folder")},
              {u"F8"_s, tr("scan: a page of the glass, or the whole stack of the feeder")},
              {u"Shift+F8"_s, tr("choose scanner, glass or feeder, colours, resolution; then scan")},
              {u"Ctrl+O"_s, tr("choose files")},
              {u"Ctrl+V"_s, tr("paste; pictures can be dropped, too")},
              {u"N"_s, tr("to the next material without a picture")},
              {tr("scanner"), tr("read a separator sheet: what follows belongs to its material")}}},
            {tr("Sort"),
             {{u"F2 / F3"_s, tr("to the materials, to the pages")},
              {u"0 – 9"_s, tr("the chosen pages belong to this material; 0: not sorted")},
              {u"Ctrl+Up / Ctrl+Down"_s, tr("to the material above or below")},
              {u"Del"_s, tr("take out of the case")}}},
            {tr("Put right"),
             {{u"R / L"_s, tr("turn to the right, to the left")},
              {u"K"_s, tr("straighten by the lines of text")},
              {u"C"_s, tr("cut: frame by mouse or arrows, then Enter")},
              {u"Ctrl+Z"_s, tr("take the last step back")},
              {u"Esc"_s, tr("stop taking in; back to the case")}}}};
}

QList<KeyGroup> printing()
{
    return {{tr("Printing"),
             {{u"Up / Down"_s, tr("choose in the list")},
              {u"Enter"_s, tr("the paper is in hand")},
              {u"A"_s, tr("all that are printed are in hand")},
              {u"R"_s, tr("print again, with a reason, also on another printer")},
              {u"N"_s, tr("it did not come out, whatever the printer says")},
              {u"Del"_s, tr("take the job back")},
              {u"S"_s, tr("save the paper as PDF")},
              {u"O"_s, tr("open the case")},
              {u"B"_s, tr("print every paper of the case in hand that was never printed")},
              {u"F2"_s, tr("printers and kinds of paper")},
              {u"F3"_s, tr("legal numbers: given, voided, left")}}}};
}

QList<KeyGroup> printers()
{
    return {{tr("Printers"),
             {{u"Up / Down"_s, tr("choose the kind of paper")},
              {u"Tab"_s, tr("to printer, tray, pieces, both sides, layout, colour")},
              {u"1 – 9"_s, tr("choose there")},
              {u"F5"_s, tr("look at the printers again")},
              {u"F9"_s, tr("print a test page")},
              {u"Esc"_s, tr("back to the queue")}}}};
}

QList<KeyGroup> numbers()
{
    return {{tr("Legal numbers"),
             {{u"Up / Down"_s, tr("choose in the list")},
              {u"Enter"_s, tr("open the series; in it: open the case")},
              {u"V"_s, tr("void a number, with a reason")},
              {u"S"_s, tr("save the list as workbook or CSV")},
              {u"F5"_s, tr("read again")},
              {u"Esc"_s, tr("back: to the series, to the queue")}}}};
}

QList<KeyGroup> batch()
{
    return {{tr("Batch printing"),
             {{u"Up / Down"_s, tr("choose the kind of paper")},
              {u"Enter"_s, tr("print what was never printed")},
              {u"A"_s, tr("print also what was printed before, numbered, with a reason")},
              {u"T"_s, tr("only papers of today, or all")},
              {u"PgUp / PgDn"_s, tr("through the cases")},
              {u"Esc"_s, tr("stop; back to the list")}}}};
}

QList<KeyGroup> filedCase()
{
    QList<KeyGroup> groups{{tr("Filed case"),
                            {{u"F2"_s, tr("items")},
                             {u"F3"_s, tr("materials")},
                             {u"F4"_s, tr("clocks")},
                             {u"F5"_s, tr("time line")},
                             {u"F6"_s, tr("citizen and papers; Enter prints a paper again")},
                             {u"1 – 9"_s, tr("choose the item")},
                             {u"F7"_s, tr("acts of supervision, or the others; their keys work at any time")},
                             {u"F12"_s, tr("pictures of the papers")},
                             {u"Ctrl+K"_s, tr("copy card: type the case into another system")},
                             {u"Ctrl+B"_s, tr("sign the chosen paper by hand")},
                             {u"Ctrl+R"_s, tr("open the rating pad")},
                             {u"Ctrl+P"_s, tr("print the receipt again")},
                             {u"Ctrl+S"_s, tr("save the receipt as PDF")},
                             {u"Esc"_s, tr("leave the case; everything is saved")}}}};
    for (int i = 0; i < actCount; ++i) {
        const ActEntry &entry = entryOf(static_cast<Act>(i));
        if (groups.last().title != titleOf(entry.group))
            groups.append({titleOf(entry.group), {}});
        groups.last().rows.append({QKeySequence(entry.key).toString(), wordOf(entry.act)});
    }
    return groups;
}

QList<KeyGroup> board()
{
    return {{tr("Board"),
             {{u"F2 / F3"_s, tr("windows, what turns next")},
              {u"Up / Down"_s, tr("choose in the list")},
              {u"Enter"_s, tr("open the case")},
              {u"F5"_s, tr("look now; it looks by itself every few seconds")},
              {u"F6"_s, tr("contradictions of the hall, side by side")},
              {u"F11"_s, tr("on a whole screen for the wall, without person data; once more, or Esc there, ends it")}}}};
}

QList<KeyGroup> contradictions()
{
    return {{tr("Contradictions"),
             {{u"Up / Down"_s, tr("choose in the list")},
              {u"1 / 2"_s, tr("it stays as it counts now, or the other counts; then why, and Enter")},
              {u"Enter"_s, tr("open the case")},
              {u"Esc"_s, tr("back: to the list, to the board")}}}};
}

QList<KeyGroup> report()
{
    return {{tr("Report"),
             {{u"D / W / M / Y"_s, tr("day, week, month, year")},
              {u"S"_s, tr("from one day to another: type them, then Enter")},
              {u"Left / Right"_s, tr("the days before, after")},
              {u"T"_s, tr("today")},
              {u"F4"_s, tr("whose work: the hall, all halls, a window, clerk, matter or department")},
              {u"Up / Down"_s, tr("choose a figure")},
              {u"Enter"_s, tr("the cases behind it; in the list: open the case")},
              {u"F3"_s, tr("what the figures mean")},
              {u"F5"_s, tr("count again")},
              {u"F9"_s, tr("print the report")},
              {u"Ctrl+S"_s, tr("save it as PDF, workbook or CSV")},
              {u"Esc"_s, tr("stop counting; back to the charts")}}}};
}

QList<KeyGroup> hub()
{
    return {{tr("Hub"),
             {{u"F5"_s, tr("try now, compare receipts now")},
              {u"F6"_s, tr("other list")},
              {u"Up / Down"_s, tr("choose in the list")},
              {u"Enter"_s, tr("open the case")},
              {u"F2"_s, tr("join a hub, or another one")},
              {u"F7"_s, tr("make a recovery code for safety copies, put it away")},
              {u"F8"_s, tr("make a safety copy now")},
              {u"Esc"_s, tr("close the form")}}}};
}

}
