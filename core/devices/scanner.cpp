#include "core/devices/scanner.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace devices {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualResolution = 300;
constexpr std::array usualResolutions{150, 200, 300, 400, 600};

/// What stands behind the option \a name; empty: the scanner has no such option, or it cannot be set now.
QString valuesOf(const QString &listed, const QString &name)
{
    const QRegularExpression line(u"^\\s+-%1 (.*?)(?: \\(in steps of [^)]*\\))? \\[([^\\]]*)\\]"_s.arg(name), QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = line.match(listed);
    return match.captured(2) == "inactive"_L1 ? QString() : match.captured(1);
}

QString presetOf(const QString &listed, const QString &name)
{
    const QRegularExpression line(u"^\\s+-%1 .* \\[([^\\]]*)\\]"_s.arg(name), QRegularExpression::MultilineOption);
    return line.match(listed).captured(1);
}

QStringList alternatives(const QString &values)
{
    QStringList list = values.split(u'|', Qt::SkipEmptyParts);
    list.removeAll(u"auto"_s);
    return list;
}

/// “75|150|300dpi” or “1..1200dpi”.
QList<int> resolutionsIn(const QString &values)
{
    static const QRegularExpression range(u"^(\\d+)(?:\\.\\d+)?\\.\\.(\\d+)(?:\\.\\d+)?dpi"_s);
    QList<int> resolutions;
    if (const auto match = range.match(values); match.hasMatch()) {
        const int least = match.captured(1).toInt(), most = match.captured(2).toInt();
        std::ranges::copy_if(usualResolutions, std::back_inserter(resolutions), [=](int dpi) { return dpi >= least && dpi <= most; });
        return resolutions;
    }
    for (QString word : alternatives(values)) {
        const int dpi = int(word.remove(u"dpi"_s).toDouble());
        if (dpi >= usualResolutions.front() && dpi <= usualResolutions.back())
            resolutions << dpi;
    }
    std::ranges::sort(resolutions);
    return resolutions;
}

double endOf(const QString &values)
{
    static const QRegularExpression range(u"\\.\\.([\\d.]+)mm"_s);
    return range.match(values).captured(1).toDouble();
}

QString colourful(const QStringList &modes)
{
    const auto found = std::ranges::find_if(modes, [](const QString &mode) { return mode.contains("color"_L1, Qt::CaseInsensitive); });
    return found == modes.end() ? modes.value(0) : *found;
}

}

bool isFeeder(const QString &source)
{
    return source.contains("adf"_L1, Qt::CaseInsensitive) || source.contains("feeder"_L1, Qt::CaseInsensitive) || isBothSides(source);
}

bool isBothSides(const QString &source)
{
    return source.contains("duplex"_L1, Qt::CaseInsensitive);
}

bool isBlackAndWhite(const QString &mode)
{
    static const QRegularExpression words(u"lineart|binary|black|halftone|monochrome"_s, QRegularExpression::CaseInsensitiveOption);
    return mode.contains(words);
}

ScannerFace withOptions(ScannerFace face, const QString &listed)
{
    face.sources = alternatives(valuesOf(listed, u"-source"_s));
    face.modes = alternatives(valuesOf(listed, u"-mode"_s));
    face.resolutions = resolutionsIn(valuesOf(listed, u"-resolution"_s));
    const QString preset = presetOf(listed, u"-source"_s);
    face.source = face.sources.contains(preset) ? preset : face.sources.value(0);
    face.area = {endOf(valuesOf(listed, u"x"_s)), endOf(valuesOf(listed, u"y"_s))};
    return face;
}

ScanWish fitted(const ScanWish &wish, const QList<ScannerFace> &faces)
{
    if (faces.isEmpty())
        return {};
    const auto found = std::ranges::find(faces, wish.device, &ScannerFace::device);
    const ScannerFace &face = found == faces.end() ? faces.front() : *found;
    ScanWish fit{face.device, wish.source, wish.mode, wish.resolution > 0 ? wish.resolution : usualResolution};
    if (!face.sources.contains(fit.source))
        fit.source = face.source;
    if (!face.modes.contains(fit.mode))
        fit.mode = colourful(face.modes);
    const auto finer = std::ranges::lower_bound(face.resolutions, fit.resolution);
    fit.resolution = finer != face.resolutions.end() ? *finer : face.resolutions.isEmpty() ? 0 : face.resolutions.back();
    return fit;
}

ScanTrouble troubleOf(int code, const QString &said, int pages)
{
    // scanimage gives back the status of SANE, or 1 when the scanner could not even be opened; then only its words tell.
    struct Sign {
        int code;
        QLatin1StringView words;
        ScanTrouble trouble;
    };
    static constexpr std::array signs{Sign{3, "Device busy"_L1, ScanTrouble::Busy},
                                      Sign{6, "Document feeder jammed"_L1, ScanTrouble::Jammed},
                                      Sign{7, "Document feeder out of documents"_L1, ScanTrouble::FeederEmpty},
                                      Sign{8, "Scanner cover is open"_L1, ScanTrouble::CoverOpen},
                                      Sign{9, "Error during device I/O"_L1, ScanTrouble::Gone},
                                      Sign{10, "Out of memory"_L1, ScanTrouble::NoMemory},
                                      Sign{11, "Access to resource has been denied"_L1, ScanTrouble::NotAllowed}};
    const auto sign = std::ranges::find_if(signs, [&](const Sign &s) { return s.code == code || (code <= 1 && said.contains(s.words)); });
    if (sign != signs.end())
        return sign->trouble == ScanTrouble::FeederEmpty && pages > 0 ? ScanTrouble::None : sign->trouble;
    if (code == 1 && said.contains("open of device"_L1))
        return ScanTrouble::Gone;
    return code == 0 && pages > 0 ? ScanTrouble::None : ScanTrouble::Other;
}

}
