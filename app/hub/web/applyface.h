#pragma once

#include "app/hub/web/asked.h"
#include "app/hub/web/pages.h"
#include "core/base/settings.h"
#include "core/offices/applications.h"
#include "core/offices/hubpapers.h"
#include "core/offices/throttle.h"

namespace web {

/// Applying online: what is used for what, questions, the one form, pictures, a last look, and what came of it. An application is found
/// by the cookie of the browser that fills it in; no address names one.
class ApplyFace final
{
public:
    struct Needs {
        const hub::Engine &engine;
        const Pages &pages;
        offices::GuideStand &guides;
        const offices::Applications &applications;
        const offices::HubPapers &papers;
        const base::HallSettings &hall;
    };
    /// Everything must live as long as this.
    explicit ApplyFace(const Needs &needs);

    QList<Route> routes();

private:
    using Sheet = offices::ApplicationSheet;
    hub::Response start(const Asked &asked) const;
    hub::Response begin(const Asked &asked);
    hub::Response startPage(const Asked &asked, const QString &against) const;
    hub::Response stand(const Asked &asked, const Sheet &sheet) const;
    hub::Response standPage(const Sheet &sheet, const QString &against) const;
    hub::Response questions(const Asked &asked, const Sheet &sheet) const;
    hub::Response choose(const Asked &asked, const Sheet &sheet) const;
    hub::Response form(const Asked &asked, const Sheet &sheet) const;
    hub::Response fill(const Asked &asked, const Sheet &sheet) const;
    hub::Response materials(const Asked &asked, const Sheet &sheet) const;
    hub::Response materialsPage(const Sheet &sheet, const QString &against) const;
    hub::Response upload(const Asked &asked, const Sheet &sheet);
    hub::Response drop(const Asked &asked, const Sheet &sheet) const;
    hub::Response picture(const Asked &asked, const Sheet &sheet) const;
    hub::Response check(const Asked &asked, const Sheet &sheet) const;
    hub::Response checkPage(const Sheet &sheet, const QString &against) const;
    hub::Response submit(const Asked &asked, const Sheet &sheet);
    hub::Response discard(const Asked &asked, const Sheet &sheet) const;
    hub::Response askForCode(const Asked &asked, const Sheet &sheet) const;
    hub::Response windowPage(const Asked &asked, const Sheet &sheet) const;
    hub::Response notice(const Asked &asked, const Sheet &sheet) const;
    hub::Response receipt(const Asked &asked, const Sheet &sheet) const;
    hub::Response pdfOf(const Sheet &sheet, domain::PaperKind kind, const QString &name) const;
    hub::Response resume(const Asked &asked);
    hub::Response resumePage(bool isWrong) const;

    /// What a route about an application answers; without one the page where one goes on with one.
    template <class Answer>
    std::function<hub::Response(const Asked &)> of(Answer answer);
    hub::Response to(const QString &path) const;
    hub::Response stepPage(const QString &name, const Sheet &sheet, const QString &step, QJsonObject words, const QString &against) const;
    base::Result<std::optional<offices::IssuedPaper>> paperOf(const Sheet &sheet) const;

    const Needs m;
    offices::Throttle m_begins, m_uploads, m_submits, m_resumes, m_allResumes;
};

}
