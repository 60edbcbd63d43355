#include "core/desk/pdffile.h"

#include <QSaveFile>

namespace desk {

base::Result<> writePdf(const QByteArray &pdf, const QString &file)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(pdf) != pdf.size() || !out.commit())
        return base::Fail({base::Error::Kind::Storage, out.errorString(), file});
    return {};
}

}
