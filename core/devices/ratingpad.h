#pragma once

#include <QObject>
#include <QString>

class QNetworkAccessManager;

namespace devices {

/// The pad on which a citizen rates a visit (好差评), if they want to. The window opens it with the number of the case and hears no more:
/// marks go from the pad to the platform, so that nobody here sees, gives or hinders one.
class RatingPad : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Opens the pad for the case \a number; told by opened() or failed(), never waited for.
    virtual void open(const QString &number) = 0;

signals:
    void opened();
    /// \a detail in the words of the network, without the address.
    void failed(const QString &detail);
};

/// A pad that opens when an address is called.
class HttpRatingPad final : public RatingPad
{
    Q_OBJECT

public:
    enum class Method { Get, Post };

    /// \a pattern: an address in which {number} and {window} stand for the case and the window \a window.
    HttpRatingPad(QString pattern, Method method, QString window, QObject *parent = nullptr);
    ~HttpRatingPad() override;

    void open(const QString &number) override;

private:
    const QString m_pattern;
    const Method m_method;
    const QString m_window;
    QNetworkAccessManager *m_network = nullptr; ///< made with the first call: a start must not wait for it
};

}
