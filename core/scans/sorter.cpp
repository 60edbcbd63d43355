#include "core/scans/sorter.h"

#include "core/domain/scannedcode.h"

#include <QList>

namespace scans {

namespace {

QList<domain::SeparatorCode> separatorsIn(const QStringList &codes)
{
    QList<domain::SeparatorCode> separators;
    for (const QString &code : codes) {
        const auto separator = domain::readSeparator(code);
        if (separator && !separators.contains(*separator))
            separators.append(*separator);
    }
    return separators;
}

}

Sorter::Sorter(QString caseNumber, QString material, QStringList materials)
    : m_case(std::move(caseNumber)), m_materials(std::move(materials)), m_material(std::move(material))
{
}

Sorter::Place Sorter::next(const QStringList &codes)
{
    using Kind = Place::Kind;
    const QList<domain::SeparatorCode> separators = separatorsIn(codes);
    if (separators.size() != 1)
        return m_other.isEmpty() ? Place{Kind::Page, m_material, {}} : Place{Kind::OtherCase, {}, m_other};
    const domain::SeparatorCode &separator = separators.front();
    const bool isOurs = separator.caseNumber == m_case;
    m_other = isOurs ? QString() : separator.caseNumber;
    if (!isOurs)
        return {Kind::OtherCase, {}, m_other};
    const bool isAskedFor = m_materials.contains(separator.material);
    m_material = isAskedFor ? separator.material : QString();
    return {isAskedFor ? Kind::Separator : Kind::UnknownSeparator, m_material, {}};
}

}
