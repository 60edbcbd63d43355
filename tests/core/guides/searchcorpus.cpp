#include "tests/core/guides/searchcorpus.h"

#include "core/guides/shelf.h"

using namespace Qt::StringLiterals;

namespace searchcorpus {

namespace {

const QStringList &rareCharacters()
{
    static const QStringList list{u"𬭚"_s, u"𠮷"_s, u"𫍽"_s, u"㑇"_s, u"瀍"_s};
    return list;
}

QString some(const QStringList &list, QRandomGenerator &random)
{
    return list.isEmpty() ? QString() : list.at(random.bounded(int(list.size())));
}

QStringList textsOf(const QList<domain::GuidePack> &packs)
{
    QStringList texts;
    for (const domain::GuidePack &pack : packs) {
        for (const domain::Material &material : pack.materials)
            texts << material.name;
        for (const domain::Matter &matter : pack.matters) {
            texts << matter.name << matter.lead << matter.keywords;
            for (const domain::Item &item : matter.items)
                texts << item.name << item.department;
            for (const domain::Situation &situation : matter.situations)
                texts << situation.question;
            for (const domain::Faq &faq : matter.faq)
                texts << faq.question << faq.answer;
        }
    }
    return texts;
}

/// Changes texts by characters of other texts, now and then by a rare one.
class Changer
{
public:
    Changer(QString characters, quint32 seed) : m_characters(std::move(characters)), m_random(seed) { }

    QString operator()(const QString &text)
    {
        QString changed = text;
        changed.insert(m_random.bounded(int(text.size()) + 1),
                       m_characters[m_random.bounded(int(m_characters.size()))]);
        changed.insert(0, m_characters[m_random.bounded(int(m_characters.size()))]);
        if (m_random.bounded(40) == 0)
            changed += some(rareCharacters(), m_random);
        return changed;
    }

private:
    const QString m_characters;
    QRandomGenerator m_random;
};

void change(domain::GuidePack &pack, Changer &change)
{
    for (domain::Material &material : pack.materials)
        material.name = change(material.name);
    for (domain::Matter &matter : pack.matters) {
        matter.name = change(matter.name);
        for (QString &wording : matter.keywords)
            wording = change(wording);
        for (domain::Item &item : matter.items)
            item.name = change(item.name);
        for (domain::Situation &situation : matter.situations)
            situation.question = change(situation.question);
    }
}

void ask(domain::Matter &matter, const QStringList &texts, QRandomGenerator &random)
{
    for (int i = 0; i < 4; ++i) {
        domain::Faq faq{.question = some(texts, random) + u"怎么办？"_s, .answer = {}, .provenance = {}};
        for (int part = 0; part < 5; ++part)
            faq.answer += some(texts, random) + u"，"_s;
        if (random.bounded(10) == 0)
            faq.answer += u"拨打12345，KTV除外"_s;
        matter.faq.append(faq);
    }
}

}

QList<domain::GuidePack> realPacks()
{
    return guides::Shelf::load(qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/guides"_s)->packs();
}

guides::Pinyin pinyin()
{
    return *guides::Pinyin::load(qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/pinyin/readings.tsv"_s);
}

QList<domain::GuidePack> guides(const QList<domain::GuidePack> &real, int count, quint32 seed)
{
    const QStringList texts = textsOf(real);
    QString characters = texts.join(QString());
    characters.removeIf([](QChar c) { return !c.isLetter() || c.isSurrogate(); });
    Changer changer(characters, seed);
    QRandomGenerator random(seed + 1);
    QList<domain::GuidePack> packs;
    for (qsizetype made = 0; made < count;) {
        domain::GuidePack pack = real.at(packs.size() % real.size());
        pack.matters.resize(std::min(pack.matters.size(), count - made));
        if (packs.size() >= real.size()) {
            pack.id += u"-%1"_s.arg(packs.size());
            change(pack, changer);
        }
        for (domain::Matter &matter : pack.matters)
            ask(matter, texts, random);
        made += pack.matters.size();
        packs.append(pack);
    }
    return packs;
}

const char *nameOf(Kind kind)
{
    constexpr std::array<const char *, kinds> names{"characters", "one or two characters",
                                                    "one letter", "syllables",
                                                    "initials",   "mixture",
                                                    "words",      "wide",
                                                    "rare",       "wrong"};
    return names[size_t(kind)];
}

Queries::Queries(const QList<domain::GuidePack> &packs, const guides::Pinyin &pinyin, quint32 seed)
    : m_texts(textsOf(packs)), m_pinyin(pinyin), m_random(seed)
{
}

QString Queries::next(Kind kind)
{
    const auto plainKind = [&] {
        constexpr std::array list{Kind::Characters, Kind::Syllables, Kind::Initials, Kind::Mixture};
        return list[m_random.bounded(quint32(list.size()))];
    };
    switch (kind) {
    case Kind::OneOrTwo:
        return piece(Kind::Characters, 2);
    case Kind::Letter:
        return QString(QChar(char16_t(u'a' + m_random.bounded(26))));
    case Kind::Words: {
        QStringList words;
        for (int i = m_random.bounded(2, 4); i > 0; --i)
            words << piece(plainKind(), 2);
        return words.join(m_random.bounded(2) ? u' ' : u'\u3000');
    }
    case Kind::Wide: {
        QString query = piece(plainKind(), 5).toUpper();
        for (QChar &c : query) {
            if (m_random.bounded(2) && c.unicode() > 0x20 && c.unicode() < 0x7f)
                c = QChar(c.unicode() + 0xfee0);
        }
        return query;
    }
    case Kind::Rare:
        return m_random.bounded(2) ? some(rareCharacters(), m_random)
                                   : piece(Kind::Characters, 1) + some(rareCharacters(), m_random);
    case Kind::Wrong: {
        QString query = piece(plainKind(), 4);
        query.insert(m_random.bounded(int(query.size()) + 1), QChar(char16_t(u'a' + m_random.bounded(26))));
        return query;
    }
    case Kind::Characters:
    case Kind::Syllables:
    case Kind::Initials:
    case Kind::Mixture:
        break;
    }
    return piece(kind, 6);
}

QString Queries::piece(Kind kind, int longest)
{
    SearchOracle::Spelled text;
    while (text.isEmpty())
        text = SearchOracle::spell(some(m_texts, m_random), m_pinyin);
    const qsizetype from = m_random.bounded(int(text.size()));
    const qsizetype length = m_random.bounded(1, longest + 1);
    QString query;
    for (const SearchOracle::Letter &letter : text.mid(from, length))
        query += typed(letter, kind);
    return query;
}

QString Queries::typed(const SearchOracle::Letter &letter, Kind kind)
{
    const bool asItIs = kind == Kind::Characters || (kind == Kind::Mixture && m_random.bounded(3) == 0);
    if (asItIs || letter.readings.isEmpty())
        return QString::fromUcs4(&letter.character, 1);
    QString reading = QString::fromLatin1(letter.readings.at(m_random.bounded(int(letter.readings.size()))));
    if (m_random.bounded(2))
        reading.replace(u'v', u'u');
    if (kind == Kind::Initials)
        return reading.left(1);
    return kind == Kind::Syllables ? reading : reading.left(m_random.bounded(1, int(reading.size()) + 1));
}

}
