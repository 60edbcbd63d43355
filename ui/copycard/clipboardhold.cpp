#include "ui/copycard/clipboardhold.h"

#include <QClipboard>
#include <QMimeData>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

qint64 steadyNow()
{
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

}

ClipboardHold::ClipboardHold(QClipboard &clipboard, seconds keep, QObject *parent)
    : QObject(parent), m_clipboard(clipboard), m_keep(keep)
{
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &ClipboardHold::tick);
    connect(&m_clipboard, &QClipboard::dataChanged, this, &ClipboardHold::look);
}

ClipboardHold::~ClipboardHold()
{
    disconnect(&m_clipboard, nullptr, this, nullptr);
    clear();
}

void ClipboardHold::put(const QString &text)
{
    auto *data = new QMimeData;
    data->setText(text);
    // Klipper, CopyQ and others keep no history of what says this.
    data->setData(u"x-kde-passwordManagerHint"_s, "secret"_ba);
    m_given = data;
    m_until = steadyNow() + duration_cast<milliseconds>(m_keep).count();
    m_clipboard.setMimeData(data, QClipboard::Clipboard);
    m_second.start();
    emit changed();
}

void ClipboardHold::clear()
{
    const bool ours = holds();
    m_given.clear();
    m_second.stop();
    if (ours) {
        m_clipboard.clear(QClipboard::Clipboard);
        emit changed();
    }
}

/// Asked of the clipboard without asking another program for its content, which may be slow to give it.
bool ClipboardHold::holds() const
{
    return m_given && m_clipboard.mimeData(QClipboard::Clipboard) == m_given;
}

int ClipboardHold::secondsLeft() const
{
    return holds() ? int(qMax(qint64(0), (m_until - steadyNow() + 999) / 1000)) : 0;
}

void ClipboardHold::tick()
{
    if (steadyNow() >= m_until)
        clear();
    else
        emit changed();
}

void ClipboardHold::look()
{
    if (!m_given || holds())
        return;
    m_given.clear();
    m_second.stop();
    emit changed();
}
