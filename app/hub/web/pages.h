#pragma once

#include "core/base/result.h"
#include "core/hub/http.h"

#include <QHash>
#include <QJsonObject>

namespace web {

/// Text that is HTML already and goes into a page as it is; made by code of ours from escaped parts only.
struct Html {
    QString text;
};

/// \a text with what HTML takes for its own escaped.
QString escaped(const QString &text);

/// What a page shows.
struct Page {
    QString title;
    QString name; ///< of its template
    QJsonObject words = {}; ///< of that template; lists and flags as in core/papers/words.h
    QHash<QString, Html> html = {}; ///< the same; a name ends in “Html” and stands in three braces
    int status = 200;
};

/// The pages of the hub: Mustache templates (resources/web/*.mustache) with one layout around all. A template takes in another as
/// {{>name}}. Values are escaped; only words that end in “Html” may stand in three braces. From any thread.
class Pages final
{
public:
    /// What every page has around it, beside its own words: {{root}}, {{site}}, {{style}} (address of the style sheet).
    struct Frame {
        QString root; ///< path that stands before every address, without a slash at the end; mostly empty
        QString site; ///< name of the hall or city
        QString style; ///< address of the style sheet below the root
    };
    /// Reads every template of \a folder. Error::Document names the file and what is wrong in it: a section that does not close, a part
    /// that is not there, three braces around a word that is no HTML.
    static base::Result<Pages> load(const QString &folder, Frame frame);

    const Frame &frame() const { return m_frame; }
    /// The page as an answer. A word that the template asks for and does not get is a fault of ours: told to the log, 500.
    hub::Response show(const Page &page) const;
    /// The template alone filled, without the layout.
    base::Result<QString> fill(const Page &page) const;

private:
    QJsonObject m_templates; ///< by name
    Frame m_frame;
};

/// A page that says what went wrong and what to do: 400, 403, 404, 405, 410, 413, 415, 429, 500 or 503. \a seconds: when to come again, for
/// 429 and 503.
hub::Response problemPage(const Pages &pages, int status, int seconds = 0);
/// The same for what the store could not do, which is told to the log; 503 when it may be tried again.
hub::Response problemPage(const Pages &pages, const base::Error &error);

}
