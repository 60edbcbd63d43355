#pragma once

#include "core/devices/cardreader.h"

namespace support {

/// A reader on which the test puts cards.
class FakeCardReader final : public devices::CardReader
{
public:
    QString title() const override { return QStringLiteral("样例读卡器"); }
    bool isSample() const override { return true; }
    void read() override
    {
        ++asked;
        m_isReading = true;
    }
    void cancel() override { put(tl::unexpected(devices::CardTrouble{devices::CardTroubleKind::Cancelled, {}})); }
    bool isReading() const override { return m_isReading; }

    /// What comes of the card that is waited for; nothing when none is.
    void put(const devices::CardRead &result)
    {
        if (!m_isReading)
            return;
        m_isReading = false;
        emit finished(result);
    }

    int asked = 0;

private:
    bool m_isReading = false;
};

/// The card of nobody.
inline domain::PersonCard sampleCard()
{
    return {.name = QStringLiteral("测试样"),
            .sex = QStringLiteral("女"),
            .ethnicity = QStringLiteral("汉"),
            .birth = QDate(1949, 12, 31),
            .address = QStringLiteral("样例市样例路1号"),
            .number = QStringLiteral("11010519491231002X"),
            .authority = QStringLiteral("样例市公安局"),
            .from = QDate(2016, 3, 1),
            .until = {},
            .forLong = true,
            .photo = {}};
}

}
