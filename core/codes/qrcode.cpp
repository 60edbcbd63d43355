#include "core/codes/qrcode.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/TextUtfEncoding.h>

#include <exception>

namespace codes {

namespace {

constexpr int levelM = 4; // the writer takes 0–8 for all kinds of codes; 4 is read back as M
constexpr int quietZone = 4;

ZXing::BitMatrix modulesOf(const QString &content)
{
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    writer.setEccLevel(levelM).setMargin(quietZone);
    // Saying UTF-8 costs a mark in the code that old readers stumble over; plain addresses do without it.
    const bool ascii = std::all_of(content.cbegin(), content.cend(), [](QChar c) { return c.unicode() < 128; });
    if (!ascii)
        writer.setEncoding(ZXing::CharacterSet::UTF8);
    return writer.encode(ZXing::TextUtfEncoding::FromUtf8(content.toStdString()), 0, 0);
}

}

base::Result<QrCode> QrCode::of(const QString &content)
{
    try { // the library tells by exceptions that a text does not fit
        const ZXing::BitMatrix modules = modulesOf(content);
        QrCode code;
        code.m_size = modules.width();
        for (int y = 0; y < modules.height(); ++y) {
            for (int x = 0; x < modules.width(); ++x) {
                if (!modules.get(x, y))
                    continue;
                const int from = x;
                while (x < modules.width() && modules.get(x, y))
                    ++x;
                code.m_runs << Run{from, y, x - from};
            }
        }
        return code;
    } catch (const std::exception &refused) {
        return base::Fail(
            {base::Error::Kind::Document, QStringLiteral("no QR code: %1").arg(QLatin1String(refused.what())), {}});
    }
}

}
