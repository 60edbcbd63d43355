#pragma once

#include "core/domain/provenance.h"

#include <QList>
#include <QStringList>

namespace domain {

/// What a guide tells beside its rules: the elements of 三政办〔2023〕32号 annex 3 §1 that are words to read. Rules look at two
/// of them: special steps stop the clock, and a result goes the way of its collection (decidelife.h).

/// Where something is applied for or fetched (办理地点和时间). Defined once in a pack, referred to by ways.
struct Place {
    QString id;
    QString name;
    QString address;
    QString hours;
    QString phone;
    QString note;
    Provenance provenance;
    bool operator==(const Place &) const = default;
};

/// One way to hand in an application (受理方式).
struct Way {
    enum class Kind { Window, Online, SelfService, Post };
    Kind kind = Kind::Window;
    QString place; ///< id; empty: none, e.g. online
    QString address; ///< Online: web address, or the app and the path in it
    QString note;
    bool operator==(const Way &) const = default;
};

/// How a result comes to the applicant (领取方式).
enum class Collection { Window, Courier, Electronic, SelfService };

/// What a pack says once for all its matters; a list of a matter that is not empty stands in for the pack's.
struct Service {
    QList<Way> ways; ///< 办理方式
    QList<Collection> collection; ///< 领取方式
    QStringList consultation; ///< 咨询方式
    QStringList complaints; ///< 监督投诉渠道
    QStringList progress; ///< 办理进程和结果查询
    bool operator==(const Service &) const = default;
};

/// The four things of 特殊注意事项 that people come in vain for. Empty: not known.
struct Attention {
    QString appointment; ///< 是否须预约办理
    QString inPerson; ///< 是否须本人亲自办理
    QString allParties; ///< 是否须所涉所有当事人亲自到场
    QString photos; ///< 照片或现场拍照，对仪容的提醒
    bool operator==(const Attention &) const = default;
};

/// 常见错误示例.
struct Mistake {
    QString wrong; ///< what people do
    QString right; ///< what they should do
    Provenance provenance; ///< source empty: the matter's
    bool operator==(const Mistake &) const = default;
};

/// 常见问题解答.
struct Faq {
    QString question;
    QString answer;
    Provenance provenance; ///< source empty: the matter's
    bool operator==(const Faq &) const = default;
};

/// 特别环节 of an item: an act of the department that the promised time does not count (行政许可法 45).
struct SpecialStep {
    QString name; ///< e.g. 现场核查, 专家评审, 公示
    int days = -1; ///< working days, at most; -1: not known
    QString note;
    bool operator==(const SpecialStep &) const = default;
};

/// What a paper looks like when it is filled or given out (样本): its blanks with made-up values.
struct Sample {
    struct Row {
        QString label;
        QString value; ///< synthetic; empty: left blank
        bool operator==(const Row &) const = default;
    };
    QString id;
    QString title;
    QList<Row> rows;
    QString note;
    QString link; ///< where the organ publishes the real form; empty: not known
    Provenance provenance;
    bool operator==(const Sample &) const = default;
};

/// A letter that the applicant signs (承诺告知书): for what comes later, or in place of a proof.
struct Letter {
    enum class Kind { Deferral, Commitment };
    struct Blank {
        QString id; ///< stands as {id} in the paragraphs
        QString label;
        QString example; ///< synthetic, for the filled sample (示范文本)
        bool operator==(const Blank &) const = default;
    };
    QString id;
    Kind kind = Kind::Deferral;
    QString title;
    QStringList paragraphs;
    QList<Blank> blanks;
    Provenance provenance;
    bool operator==(const Letter &) const = default;
};

}
