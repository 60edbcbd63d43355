#pragma once

#include "core/guides/mattersearch.h"

#include <functional>

/// What a search must find, told in the plainest way: no index, no bits, every text and every way to type it tried one after the
/// other. Shares nothing with the search but the readings and the plain form of letters.
class SearchOracle
{
public:
    SearchOracle(const QList<domain::GuidePack> &packs, const guides::Pinyin &pinyin);

    /// The matters as “pack/matter/because”, best first.
    QStringList find(const QString &query) const;
    void countOpened(const QString &pack, const QString &matter, int times);

    struct Letter {
        char32_t character;
        QList<QByteArray> readings;
    };
    using Spelled = QList<Letter>;
    static Spelled spell(const QString &text, const guides::Pinyin &pinyin);
    /// 0 when \a word fits from the start, 1 when it fits later, 2 not at all.
    static int placeOf(const Spelled &text, std::u32string_view word);

private:
    struct Text {
        QString shown;
        Spelled letters;
    };
    struct Matter {
        QString pack;
        QString id;
        int opened = 0;
        QList<QList<Text>> fields; ///< name, wordings, items, materials, departments, questions, answers
    };
    /// The rank, and what fitted.
    static std::pair<int, QString> fit(const Matter &matter, const std::u32string &word);

    QList<Matter> m_matters;
};
