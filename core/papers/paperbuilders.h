#pragma once

#include "core/papers/casepapers.h"

#include <QJsonObject>

namespace papers {

// The words of each paper of a case, one function a kind; casepapers.cpp knows which makes which. They are given the case as it
// stood when the paper was issued, so the last act is the one that the paper is about. All of them fail with notOfThisCase() when
// the case has no such act.

base::Fail notOfThisCase(const domain::PaperRef &ref);

base::Result<QJsonObject> correctionFacts(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &ref);
base::Result<QJsonObject> receiptFacts(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &ref);
base::Result<QJsonObject> acceptanceFacts(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &ref);
base::Result<QJsonObject> refusalFacts(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &ref);
base::Result<QJsonObject> deferralFacts(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &ref);
base::Result<QJsonObject> commitmentFacts(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &ref);
base::Result<QJsonObject> applicationFacts(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &ref);
base::Result<QJsonObject> coverFacts(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &ref);
base::Result<QJsonObject> handoverFacts(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &ref);
base::Result<QJsonObject> supplementFacts(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &ref);
base::Result<QJsonObject> returnFacts(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &ref);
base::Result<QJsonObject> collectionFacts(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &ref);
base::Result<QJsonObject> deliveryFacts(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &ref);

}
