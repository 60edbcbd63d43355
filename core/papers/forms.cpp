#include "core/papers/forms.h"

#include "core/papers/formshape.h"
#include "core/papers/words.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace papers {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestForm = 1 << 20;

/// Fills the blocks of one form. After the first fault everything comes out empty and only the fault counts, so that the
/// filling reads from top to bottom without a check at every step.
class Filler
{
public:
    Filler(const QJsonObject &facts, const QJsonObject &form, const QString &file)
        : m_words(facts, form[u"parts"_s].toObject()), m_file(file)
    {
    }

    QString text(const QJsonValue &templateText, const QString &place)
    {
        const base::Result<QString> filled = m_words.fill(templateText.toString());
        if (!filled)
            blame(filled.error(), place);
        return filled.value_or(QString());
    }

    /// The block of \a json; none when its condition does not hold, several when it is repeated. A block that is left out is
    /// filled all the same: an unknown word in it must not wait for the day on which it is needed.
    QList<Block> blocks(const QJsonObject &json, const QString &place)
    {
        const QList<Block> made = filled(json, place);
        return wanted(json, place) ? made : QList<Block>();
    }

    const std::optional<base::Error> &fault() const { return m_fault; }

private:
    QList<Block> filled(const QJsonObject &json, const QString &place)
    {
        const QString kind = json[u"kind"_s].toString();
        if (kind == u"heading"_s)
            return {Heading{text(json[u"text"_s], place), json[u"level"_s].toInt(1)}};
        if (kind == u"paragraph"_s)
            return paragraphs(json, place);
        if (kind == u"facts"_s)
            return {facts(json, place)};
        if (kind == u"table"_s)
            return {table(json, place)};
        if (kind == u"chart"_s)
            return {chart(json, place)};
        if (kind == u"section"_s)
            return section(json, place);
        if (kind == u"codes"_s)
            return codes(json, place);
        if (kind == u"pictures"_s)
            return {Pictures{{}, json[u"perRow"_s].toInt(2)}};
        return {Signature{texts(json[u"left"_s], place), texts(json[u"right"_s], place)}};
    }

    QList<Block> paragraphs(const QJsonObject &json, const QString &place)
    {
        static const QMap<QString, Paragraph::Weight> weights{{u"strong"_s, Paragraph::Weight::Strong},
                                                              {u"small"_s, Paragraph::Weight::Small}};
        QList<Block> made;
        const auto add = [&] {
            made << Paragraph{
                text(json[u"text"_s], place), weights.value(json[u"weight"_s].toString(), Paragraph::Weight::Normal),
                json[u"indented"_s].toBool(true), text(json[u"mark"_s], place), json[u"centred"_s].toBool()};
        };
        if (json.contains(u"each"_s))
            repeat(json[u"each"_s].toString(), place, add);
        else
            add();
        return made;
    }

    FactTable facts(const QJsonObject &json, const QString &place)
    {
        FactTable made{{}, json[u"pairsPerRow"_s].toInt(2)};
        for (const QJsonValue &row : json[u"rows"_s].toArray()) {
            const auto add = [&] {
                if (row.isArray())
                    made.rows << std::pair(text(row.toArray()[0], place), text(row.toArray()[1], place));
                else if (wanted(row.toObject(), place))
                    made.rows << std::pair(text(row[u"label"_s], place), text(row[u"text"_s], place));
            };
            if (row[u"each"_s].isString())
                repeat(row[u"each"_s].toString(), place, add);
            else
                add();
        }
        return made;
    }

    /// The blocks inside, once for each row of the list when there is one.
    QList<Block> section(const QJsonObject &json, const QString &place)
    {
        QList<Block> made;
        const auto add = [&] {
            const QJsonArray inner = json[u"blocks"_s].toArray();
            for (qsizetype i = 0; i < inner.size(); ++i)
                made << blocks(inner[i].toObject(), u"%1.blocks[%2]"_s.arg(place).arg(i));
        };
        if (json.contains(u"each"_s))
            repeat(json[u"each"_s].toString(), place, add);
        else
            add();
        return made;
    }

    Chart chart(const QJsonObject &json, const QString &place)
    {
        Chart made{{}, text(json[u"first"_s], place), text(json[u"last"_s], place)};
        repeat(json[u"each"_s].toString(), place, [&] {
            Chart::Box box{text(json[u"text"_s], place), text(json[u"note"_s], place)};
            repeat(json[u"after"_s].toString(), place, [&] { box.after << text(u"{{box}}"_s, place).toInt() - 1; });
            box.dashed = json.contains(u"dashed"_s) && holds(json[u"dashed"_s].toString(), place);
            made.boxes << box;
        });
        return made;
    }

    Table table(const QJsonObject &json, const QString &place)
    {
        Table made;
        const QJsonArray columns = json[u"columns"_s].toArray();
        for (const QJsonValue &column : columns)
            made.columns << Table::Column{text(column[u"head"_s], place), column[u"share"_s].toDouble(1),
                                          column[u"centred"_s].toBool()};
        repeat(json[u"each"_s].toString(), place, [&] {
            QStringList row;
            for (const QJsonValue &column : columns)
                row << text(column[u"text"_s], place).trimmed();
            made.rows << row;
            if (json.contains(u"note"_s))
                made.notes << text(json[u"note"_s], place).trimmed();
        });
        return made;
    }

    /// Side by side; repeated ones in rows of perRow.
    QList<Block> codes(const QJsonObject &json, const QString &place)
    {
        QList<Codes::Code> all;
        const auto add = [&] {
            for (const QJsonValue &code : json[u"codes"_s].toArray())
                all << Codes::Code{text(code[u"content"_s], place), text(code[u"caption"_s], place)};
        };
        if (!json.contains(u"each"_s)) {
            add();
            return {Codes{all}};
        }
        repeat(json[u"each"_s].toString(), place, add);
        const qsizetype perRow = json[u"perRow"_s].toInt(2);
        QList<Block> rows;
        for (qsizetype i = 0; i < all.size(); i += perRow)
            rows << Codes{all.mid(i, perRow), int(perRow)};
        return rows;
    }

    QStringList texts(const QJsonValue &list, const QString &place)
    {
        QStringList made;
        for (const QJsonValue &one : list.toArray())
            made << text(one, place);
        return made;
    }

    bool wanted(const QJsonObject &json, const QString &place)
    {
        return (!json.contains(u"if"_s) || holds(json[u"if"_s].toString(), place))
            && (!json.contains(u"unless"_s) || !holds(json[u"unless"_s].toString(), place));
    }

    bool holds(const QString &word, const QString &place)
    {
        const base::Result<bool> found = m_words.holds(word);
        if (!found)
            blame(found.error(), place);
        return found.value_or(false);
    }

    template <class Function>
    void repeat(const QString &list, const QString &place, Function forRow)
    {
        const auto done = m_words.eachRow(list, [&] {
            forRow();
            return base::Result<>();
        });
        if (!done)
            blame(done.error(), place);
    }

    void blame(base::Error error, const QString &place)
    {
        error.place = u"%1: %2"_s.arg(m_file, place);
        if (!m_fault)
            m_fault = error;
    }

    Words m_words;
    QString m_file;
    std::optional<base::Error> m_fault;
};

}

base::Result<Form> Form::read(const QByteArray &json, const QString &file)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return base::Fail(
            {base::Error::Kind::Document, error.errorString(), u"%1: byte %2"_s.arg(file).arg(error.offset)});
    if (const auto checked = checkFormShape(document.object(), file); !checked)
        return base::Fail(checked.error());
    Form form;
    form.m_json = document.object();
    form.m_file = file;
    return form;
}

base::Result<Paper> Form::fill(const QJsonObject &facts) const
{
    QJsonObject words = facts;
    words.insert(u"formVersion"_s, m_json[u"version"_s]);
    words.insert(u"seal"_s, m_json[u"seal"_s].toString());
    words.insert(u"copiesWord"_s, QString(u"一两三四五六七八九"_s[copies() - 1]));
    Filler filler(words, m_json, m_file);
    const auto text = [&](const QString &key) { return filler.text(m_json[key], key); };
    Paper paper{id(), text(u"title"_s), text(u"number"_s), text(u"mark"_s), text(u"footer"_s), text(u"author"_s), {}};
    const auto blocks = [&](const QString &key) {
        QList<Block> made;
        const QJsonArray list = m_json[key].toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            made << filler.blocks(list[i].toObject(), u"%1[%2]"_s.arg(key).arg(i));
        return made;
    };
    paper.blocks = blocks(u"blocks"_s);
    paper.cover = blocks(u"cover"_s);
    static const QMap<QString, Paper::Format> formats{{u"folded"_s, Paper::Format::Folded},
                                                      {u"roll80"_s, Paper::Format::Roll80}};
    paper.format = formats.value(m_json[u"format"_s].toString(), Paper::Format::A4);
    paper.scale = m_json[u"scale"_s].toDouble(1);
    paper.copies = copies();
    if (filler.fault())
        return base::Fail(*filler.fault());
    return paper;
}

namespace {

base::Result<Form> readForm(const QString &folder, const QString &id)
{
    QFile file(u"%1/%2/form.json"_s.arg(folder, id));
    if (!file.open(QIODevice::ReadOnly))
        return base::Fail({base::Error::Kind::Document, file.errorString(), file.fileName()});
    return Form::read(file.read(largestForm), file.fileName()).and_then([&](const Form &form) -> base::Result<Form> {
        if (form.id() != id)
            return base::Fail(
                {base::Error::Kind::Document, u"form and folder have different names"_s, file.fileName()});
        return form;
    });
}

QStringList foldersIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

}

base::Result<FormFolder> FormFolder::load(const QString &folder)
{
    FormFolder forms;
    for (const QString &id : foldersIn(folder)) {
        const base::Result<Form> form = readForm(folder, id);
        if (!form)
            return base::Fail(form.error());
        forms.m_forms.insert(id, *form);
    }
    if (forms.m_forms.isEmpty())
        return base::Fail({base::Error::Kind::Document, u"no forms"_s, folder});
    return forms;
}

FormFolder FormFolder::withOwn(const QString &folder, const FormTrial &trial) const
{
    FormFolder forms = *this;
    for (const QString &id : foldersIn(folder)) {
        const base::Result<Form> form = readForm(folder, id).and_then([&](const Form &read) {
            return m_forms.contains(id)
                ? trial(read).map([&] { return read; })
                : base::Result<Form>(base::Fail({base::Error::Kind::Document, u"no paper has this name"_s,
                                                 u"%1/%2"_s.arg(folder, id)}));
        });
        if (form)
            forms.m_forms.insert(id, *form);
        else
            forms.m_faults << form.error();
    }
    const QString numbers = folder + u"/numbers.json"_s;
    if (QFile::exists(numbers)) {
        base::Result<Numbering> read = Numbering::load(numbers);
        if (!read)
            forms.m_faults << read.error();
        forms.m_numbering = read.value_or(Numbering::none());
    }
    return forms;
}

FormFolder FormFolder::of(const Form &form)
{
    FormFolder forms;
    forms.m_forms.insert(form.id(), form);
    return forms;
}

const Form *FormFolder::form(const QString &id) const
{
    const auto found = m_forms.constFind(id);
    return found == m_forms.cend() ? nullptr : &*found;
}

}
