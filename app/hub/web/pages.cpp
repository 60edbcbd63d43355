#include "app/hub/web/pages.h"

#include "core/hub/logging.h"
#include "core/papers/words.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>

namespace web {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestTemplate = 256 * 1024;
const QString layoutName = u"layout"_s;
const QString htmlEnding = u"Html"_s;
const QByteArray htmlType = "text/html; charset=utf-8";

base::Fail badTemplate(const QString &file, const QString &detail)
{
    return base::Fail({base::Error::Kind::Document, detail, file});
}

/// What no template may have though it can be read; empty: nothing.
QString templateFault(const QString &text, const QJsonObject &all)
{
    static const QRegularExpression part(u"\\{\\{\\s*>\\s*([^}\\s]*)\\s*\\}\\}"_s);
    static const QRegularExpression raw(u"\\{\\{\\{\\s*([^}\\s]*)\\s*\\}\\}\\}|\\{\\{\\s*&\\s*([^}\\s]*)"_s);
    for (const QRegularExpressionMatch &match : part.globalMatch(text)) {
        if (!all.contains(match.captured(1)))
            return u"there is no template “%1”"_s.arg(match.captured(1));
    }
    for (const QRegularExpressionMatch &match : raw.globalMatch(text)) {
        if (!match.captured(1).endsWith(htmlEnding))
            return u"“%1” is not HTML and may not stand in three braces"_s.arg(match.captured(1) + match.captured(2));
    }
    return {};
}

/// Whether a value that is no HTML has a name that says so.
bool hasFalseHtml(const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray rows = value.toArray();
        return std::any_of(rows.begin(), rows.end(), [](const QJsonValue &row) { return hasFalseHtml(row); });
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().endsWith(htmlEnding) || hasFalseHtml(it.value()))
            return true;
    }
    return false;
}

struct Advice {
    int status;
    QString title;
    QString words;
};

const Advice &adviceFor(int status)
{
    static const QList<Advice> all{
        {400, u"没有看懂这次提交"_s, u"内容里有不能识别的字符，或者不是从本站页面提交的。请返回上一页，检查后重新填写。"_s},
        {403, u"不能这样提交"_s, u"这次提交不是从本站页面发出的，为了您的安全没有处理。请从首页进入后重新操作。"_s},
        {404, u"没有找到这个页面"_s, u"网址可能少了几个字，或者指南已经撤下。请重新扫描二维码，或者从首页查找事项；也可以到政务服务中心窗口咨询。"_s},
        {405, u"不能这样打开"_s, u"请从首页进入后重新操作。"_s},
        {410, u"这个页面已经失效"_s, u"页面超过了有效期，或者已经撤下。请从首页重新进入。"_s},
        {413, u"提交的内容太大"_s, u"请减少文字或者附件后重新提交。"_s},
        {415, u"不能识别提交的格式"_s, u"请用本站页面上的表单提交。"_s},
        {429, u"操作太频繁，请稍后再试"_s, u"为了保护大家的信息，同一网络短时间内查询的次数有限。请稍等后再试；着急的，可以带上收件回执到窗口查询。"_s},
        {500, u"系统出了问题"_s, u"不是您的操作有误。请稍后再试；着急的，请到政务服务中心窗口办理。"_s},
        {503, u"系统正忙"_s, u"请稍等片刻，刷新页面再试。"_s},
    };
    const auto found = std::ranges::find(all, status, &Advice::status);
    return found == all.end() ? all[8] : *found;
}

QString waitWords(int seconds)
{
    if (seconds <= 0)
        return {};
    return seconds < 90 ? u"请在 %1 秒后再试。"_s.arg(seconds) : u"请在约 %1 分钟后再试。"_s.arg((seconds + 59) / 60);
}

}

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\'', "&apos;"_L1);
}

base::Result<Pages> Pages::load(const QString &folder, Frame frame)
{
    Pages pages;
    pages.m_frame = std::move(frame);
    const QDir dir(folder);
    const QStringList files = dir.entryList({u"*.mustache"_s}, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        QFile file(dir.filePath(name));
        if (!file.open(QFile::ReadOnly) || file.size() > largestTemplate)
            return badTemplate(file.fileName(), u"cannot be read, or is too long"_s);
        pages.m_templates.insert(name.chopped(9), QString::fromUtf8(file.readAll()));
    }
    for (const QString &needed : {layoutName, u"problem"_s}) {
        if (!pages.m_templates.contains(needed))
            return badTemplate(dir.filePath(needed + ".mustache"_L1), u"is missing"_s);
    }
    for (auto it = pages.m_templates.begin(); it != pages.m_templates.end(); ++it) {
        const QString text = it.value().toString();
        const QString fault = papers::Words::templateFault(text);
        if (!fault.isEmpty())
            return badTemplate(dir.filePath(it.key() + ".mustache"_L1), fault);
        if (const QString own = templateFault(text, pages.m_templates); !own.isEmpty())
            return badTemplate(dir.filePath(it.key() + ".mustache"_L1), own);
    }
    return pages;
}

base::Result<QString> Pages::fill(const Page &page) const
{
    if (hasFalseHtml(page.words))
        return badTemplate(page.name, u"a word that is no HTML is named as if it were"_s);
    QJsonObject words = page.words;
    words.insert("root"_L1, m_frame.root);
    words.insert("site"_L1, m_frame.site);
    for (auto it = page.html.begin(); it != page.html.end(); ++it)
        words.insert(it.key(), it->text);
    const papers::Words known(words, m_templates, papers::Words::Into::Html);
    base::Result<QString> text = known.fill(m_templates.value(page.name).toString());
    return text ? text : badTemplate(page.name, text.error().detail);
}

hub::Response Pages::show(const Page &page) const
{
    const base::Result<QString> text = fill(page).and_then([&](const QString &body) {
        const Page whole{.title = page.title,
                         .name = layoutName,
                         .words = {{"title"_L1, page.title}, {"style"_L1, m_frame.style}},
                         .html = {{u"bodyHtml"_s, Html{body}}}};
        return fill(whole);
    });
    if (text)
        return {page.status, htmlType, text->toUtf8()};
    qCCritical(hub::lcHub).noquote() << "a page could not be made:" << text.error().place << text.error().detail;
    return {500, "text/plain; charset=utf-8", adviceFor(500).title.toUtf8()};
}

hub::Response problemPage(const Pages &pages, int status, int seconds)
{
    const Advice &advice = adviceFor(status);
    hub::Response response = pages.show({.title = advice.title,
                                         .name = u"problem"_s,
                                         .words = {{"problem"_L1, advice.title}, {"advice"_L1, advice.words}, {"wait"_L1, waitWords(seconds)}},
                                         .status = status});
    if (seconds > 0)
        response.headers.insert("Retry-After", QByteArray::number(seconds));
    return response;
}

hub::Response problemPage(const Pages &pages, const base::Error &error)
{
    const bool isBusy = error.kind == base::Error::Kind::Busy;
    qCWarning(hub::lcHub).noquote() << "a page could not be answered:" << error.place << error.detail;
    return problemPage(pages, isBusy ? 503 : 500, isBusy ? 5 : 0);
}

}
