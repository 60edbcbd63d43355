#pragma once

#include "core/hub/http.h"
#include "tests/core/offices/applicant.h"

#include <QBuffer>
#include <QImage>
#include <QUrl>

/// A browser that fills in an application and keeps its cookie.
class Browser
{
public:
    using Door = std::function<hub::Response(const hub::Request &request)>;
    explicit Browser(Door door, QByteArray peer = "203.0.113.9") : m_door(std::move(door)), m_peer(std::move(peer)) { }

    hub::Response get(const QByteArray &target) { return ask("GET", target, {}, {}); }
    hub::Response post(const QByteArray &target, const QByteArray &form)
    {
        return ask("POST", target, form, "application/x-www-form-urlencoded");
    }
    /// Uploads a file for a material.
    hub::Response send(const QString &material, const QByteArray &bytes)
    {
        const QByteArray body = part("name=\"material\"", material.toUtf8())
            + part("name=\"file\"; filename=\"照片.jpg\"\r\nContent-Type: image/jpeg", bytes) + "--" + boundary + "--\r\n";
        return ask("POST", "/application/picture", body, "multipart/form-data; boundary=" + boundary);
    }
    /// The page, empty where there is none.
    QString page(const QByteArray &target)
    {
        const hub::Response response = get(target);
        return response.status == 200 ? QString::fromUtf8(response.body) : QString();
    }
    /// Answers what the pages ask about \a guide, until they ask nothing more; whether they did.
    bool answer(const domain::Guide &guide)
    {
        constexpr int mostRounds = 20;
        for (int round = 0; round < mostRounds; ++round) {
            const QString questions = page("/application/questions");
            QByteArray form;
            for (const domain::Situation &situation : guide.matter.situations) {
                if (questions.contains(QStringLiteral("name=\"a.%1\"").arg(situation.id)))
                    form += "a." + situation.id.toLatin1() + '=' + QUrl::toPercentEncoding(applicant::answerOf(situation)) + '&';
            }
            if (locationOf(post("/application/questions", form.chopped(form.isEmpty() ? 0 : 1))) == "/application/form")
                return true;
        }
        return false;
    }
    /// Fills in every blank of the form but those of an agent; where that leads.
    QByteArray fillIn(const domain::Guide &guide)
    {
        const QString blanks = page("/application/form");
        QByteArray form;
        for (const domain::Field &field : guide.fields) {
            if (blanks.contains(QStringLiteral("name=\"f.%1\"").arg(field.id)) && field.role != domain::Field::Role::Agent)
                form += "f." + field.id.toLatin1() + '=' + QUrl::toPercentEncoding(applicant::valueOf(field)) + '&';
        }
        return locationOf(post("/application/form", form.chopped(1)));
    }

    static QByteArray locationOf(const hub::Response &response)
    {
        return response.headers.value("Location", response.headers.value("location"));
    }
    static inline const QByteArray boundary = "----form7MA4YWxk";
    static QByteArray part(const QByteArray &head, const QByteArray &content)
    {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
    }
    static QByteArray pictureBytes(const char *format, int seed = 1)
    {
        QImage image(600, 800, QImage::Format_RGB32);
        image.fill(QColor::fromHsv(seed * 37 % 360, 90, 220));
        QByteArray bytes;
        QBuffer target(&bytes);
        target.open(QIODevice::WriteOnly);
        image.save(&target, format);
        return bytes;
    }
    QByteArray cookie;

private:
    hub::Response ask(const QByteArray &method, const QByteArray &target, const QByteArray &body, const QByteArray &type)
    {
        QHash<QByteArray, QByteArray> headers{{"host", "hub.example"}, {"sec-fetch-site", "same-origin"}};
        if (!type.isEmpty())
            headers.insert("content-type", type);
        if (!cookie.isEmpty())
            headers.insert("cookie", "__Host-apply=" + cookie);
        const hub::Response response = m_door({.method = method, .target = target, .headers = headers, .body = body, .peer = m_peer});
        const QByteArray set = response.headers.value("Set-Cookie", response.headers.value("set-cookie"));
        if (!set.isEmpty())
            cookie = set.mid(set.indexOf('=') + 1).split(';').constFirst();
        return response;
    }

    const Door m_door;
    const QByteArray m_peer;
};
