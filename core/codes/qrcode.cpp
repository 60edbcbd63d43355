#include "core/codes/qrcode.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/TextUtfEncoding.h>

#include <QCache>

#include <algorithm>
#include <exception>

namespace codes {

namespace {

constexpr int quietZone = 4;
constexpr int kept = 32; ///< codes a thread remembers, half a kilobyte each

/// The writer takes 0–8 for all kinds of codes; these are read back as M, Q and H.
int writerLevel(QrCode::Level level)
{
    return 4 + 2 * int(level);
}

ZXing::BitMatrix modulesOf(const QString &content, QrCode::Level level)
{
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    writer.setEccLevel(writerLevel(level)).setMargin(quietZone);
    // Saying UTF-8 costs a mark in the code that old readers stumble over; plain addresses do without it.
    const bool ascii = std::all_of(content.cbegin(), content.cend(), [](QChar c) { return c.unicode() < 128; });
    if (!ascii)
        writer.setEncoding(ZXing::CharacterSet::UTF8);
    return writer.encode(ZXing::TextUtfEncoding::FromUtf8(content.toStdString()), 0, 0);
}

}

base::Result<QrCode> QrCode::of(const QString &content, Level level)
{
    // That of the guide stands on every paper of a matter, and to make one takes a tenth of the time of a page.
    thread_local QCache<std::pair<QString, int>, QrCode> made(kept);
    const std::pair key(content, int(level));
    if (const QrCode *known = made.object(key))
        return *known;
    try { // the library tells by exceptions that a text does not fit
        const ZXing::BitMatrix modules = modulesOf(content, level);
        QrCode code;
        code.m_modules = QImage(modules.width(), modules.height(), QImage::Format_MonoLSB);
        code.m_modules.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
        for (int y = 0; y < modules.height(); ++y) {
            for (int x = 0; x < modules.width(); ++x)
                code.m_modules.setPixel(x, y, modules.get(x, y) ? 1 : 0);
        }
        made.insert(key, new QrCode(code));
        return code;
    } catch (const std::exception &refused) {
        return base::Fail(
            {base::Error::Kind::Document, QStringLiteral("no QR code: %1").arg(QLatin1String(refused.what())), {}});
    }
}

base::Result<QrCode> QrCode::hardiest(const QString &content, int most)
{
    for (const Level level : {Level::H, Level::Q}) {
        base::Result<QrCode> code = of(content, level);
        if (code && code->size() <= most)
            return code;
    }
    return of(content, Level::M);
}

}
