#include "app/counter/deskdevices.h"

#include "core/devices/servicecardreader.h"

using namespace Qt::StringLiterals;
using devices::HttpRatingPad;

DeskDevices::DeskDevices(const Workplace &workplace, QObject *parent) : QObject(parent)
{
    const base::HallSettings &hall = workplace.hall();
    if (!hall.cardReader.isEmpty()) {
        const auto mapping = devices::loadCardMapping(hall.cardReader, workplace.readerFolders());
        if (mapping)
            m_reader = std::make_unique<devices::ServiceCardReader>(*mapping, hall.cardReaderHosts.split(u' ', Qt::SkipEmptyParts));
        else
            m_fault = mapping.error();
    }
    m_cards = std::make_unique<desk::CardDesk>(m_reader.get(), workplace.clock());
    if (hall.ratingUrl.isEmpty())
        return;
    const auto method = hall.ratingMethod == "post"_L1 ? HttpRatingPad::Method::Post : HttpRatingPad::Method::Get;
    m_pad = std::make_unique<HttpRatingPad>(hall.ratingUrl, method, hall.windowCode);
    connect(m_pad.get(), &devices::RatingPad::opened, this, [this] {
        emit said(InlineMessage::Level::Done, tr("The pad is open for the citizen, who may rate this visit or leave it."), {});
    });
    connect(m_pad.get(), &devices::RatingPad::failed, this, [this](const QString &detail) {
        emit said(InlineMessage::Level::Info, tr("The rating pad does not answer. The visit is over all the same."), detail);
    });
}

DeskDevices::~DeskDevices() = default;

void DeskDevices::openPad(const QString &number)
{
    if (m_pad)
        m_pad->open(number);
    else
        emit said(InlineMessage::Level::Info, tr("No rating pad is set up at this window."), tr("A technician names it in hall.ini (ratingUrl)."));
}
