#include "core/scans/pagecodes.h"

#include <ZXing/ReadBarcode.h>
#include <ZXing/TextUtfEncoding.h>

#include <exception>

namespace scans {

QStringList codesOn(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                int(grey.bytesPerLine()));
    const auto hints = ZXing::DecodeHints()
                           .setFormats(ZXing::BarcodeFormat::QRCode)
                           .setTryHarder(true)
                           .setTryRotate(true)
                           .setTryDownscale(true);
    QStringList contents;
    try { // what a hostile picture makes the library throw must not end the program
        for (const ZXing::Result &code : ZXing::ReadBarcodes(view, hints)) {
            if (code.isValid())
                contents << QString::fromStdString(ZXing::TextUtfEncoding::ToUtf8(code.text()));
        }
    } catch (const std::exception &) {
        return {};
    }
    return contents;
}

}
