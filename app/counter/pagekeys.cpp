#include "app/counter/pagekeys.h"

#include "ui/case/acts.h"

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
              {u"M"_s, tr("only cases that I opened, or all")},
              {u"W"_s, tr("leave out what waits for others, or not")},
              {u"Esc"_s, tr("everything again")}}}};
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
              {u"Backspace"_s, tr("take the verdict back")}}},
            {tr("People"),
             {{u"Ctrl+J"_s, tr("an agent acts, or no longer")},
              {u"Ctrl+L"_s, tr("list of people; once more: the next list")},
              {u"Ctrl+V"_s, tr("paste a list from a spreadsheet")},
              {u"Ctrl+O"_s, tr("list from a file")},
              {u"Ctrl+Enter"_s, tr("take over those in order")},
              {u"Ctrl+E"_s, tr("give the faulty rows back as a file")},
              {u"Del"_s, tr("remove the person")}}},
            {tr("Acts"),
             {{u"F8"_s, tr("issue and print the one-time notice")},
              {u"F9"_s, tr("file the case and print the receipt")},
              {u"F10"_s, tr("open the earlier case that is warned of")},
              {u"Ctrl+P"_s, tr("print the last paper again")},
              {u"Ctrl+S"_s, tr("save the last paper as PDF")},
              {u"Ctrl+Z"_s, tr("take the last step back")},
              {u"Esc"_s, tr("back to the start; everything is saved")}}}};
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

QList<KeyGroup> filedCase()
{
    QList<KeyGroup> groups{{tr("Filed case"),
                            {{u"F2"_s, tr("items")},
                             {u"F3"_s, tr("materials")},
                             {u"F4"_s, tr("clocks")},
                             {u"F5"_s, tr("time line")},
                             {u"F6"_s, tr("citizen and papers; Enter prints a paper again")},
                             {u"1 – 9"_s, tr("choose the item")},
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

}
