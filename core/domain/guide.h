#pragma once

#include "core/domain/condition.h"
#include "core/domain/guideprose.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

namespace domain {

/// A question whose answer selects items, materials and paths (情形).
struct Situation {
    enum class Kind { Choice, Number };
    struct Option {
        QString id;
        QString label;
        bool operator==(const Option &) const = default;
    };
    QString id;
    QString question;
    QString help; ///< why it is asked, from which note of the catalogue; may be empty
    Kind kind = Kind::Choice;
    QList<Option> options; ///< Choice: two or more
    QString unit; ///< Number: e.g. 平方米; numbers are ≥ 0 and ≤ 1,000,000,000
    Condition when; ///< asked only when this is not No
    Provenance provenance;

    const Option *option(const QString &optionId) const;
    bool operator==(const Situation &) const = default;
};

/// Something a clerk must look at on a material (审查要点).
struct Checkpoint {
    QString id;
    QString text; ///< what must be so
    QString fault; ///< what the notice says when it is not so
    bool operator==(const Checkpoint &) const = default;
};

/// One paper or record that is asked for (申请材料). Materials with one id are one material, whichever item asks.
struct Material {
    enum class Form {
        OriginalShown, ///< 原: shown and given back
        OriginalKept, ///< 收: kept
        Copy, ///< 复: copies only
        FilledForm, ///< 表: made by the system, signed by the applicant
        Electronic, ///< looked up, never paper
    };
    /// In which order the window tries to get it: sharing, e-licence, already held, the applicant.
    enum class Acquisition { Shared, ELicence, Held, Applicant };

    QString id;
    QString name;
    QString issuer; ///< who gives it out (材料来源)
    QString basis; ///< the law that asks for it
    Form form = Form::OriginalShown;
    int originals = 0; ///< shown or kept
    int copies = 0;
    QString format; ///< size, photo rules and other words on the form
    QList<Acquisition> acquisition;
    bool deferrable = false; ///< 容缺 allowed
    bool committable = false; ///< 告知承诺 allowed
    QList<Checkpoint> checkpoints;
    QString note; ///< for the citizen
    QString sample; ///< id of what it looks like; empty: none
    Provenance provenance;

    bool exemptable() const
    {
        return acquisition.contains(Acquisition::Shared) || acquisition.contains(Acquisition::ELicence)
            || acquisition.contains(Acquisition::Held);
    }
    bool operator==(const Material &) const = default;
};

/// One blank of the one form (申请表). Fields with one id are one field, whichever item asks.
struct Field {
    enum class Kind { Text, PersonName, IdNumber, Phone, CreditCode, Date, Address, Choice, Number };
    enum class Role { Applicant, Subject, OtherParty, Agent, Enterprise, Matter };
    QString id;
    QString label;
    Kind kind = Kind::Text;
    Role role = Role::Applicant;
    bool required = true;
    QStringList choices; ///< Choice
    QString example; ///< synthetic, for the filled sample of the one form
    Condition when;
    bool operator==(const Field &) const = default;
};

/// A way to handle one item (办理方式), e.g. 告知承诺 or 一般程序. It may change materials and time.
struct Path {
    QString id;
    QString name;
    Condition when;
    int promisedDays = -1; ///< working days from acceptance; 0: at once; -1: not known
    int statutoryDays = -1;
    bool operator==(const Path &) const = default;
};

struct MaterialUse {
    QString material; ///< id
    Condition when;
    QString path; ///< only on this path of the item; empty: on every one
    QString note; ///< beside the note of the material
    Provenance provenance; ///< from/until: e.g. a law that no longer asks for it
    bool operator==(const MaterialUse &) const = default;
};

/// One row of the catalogue (联办事项) and what was worked out for it.
struct Item {
    QString id;
    QString code; ///< 实施编码 (GB/T 39554.1), as the platform has it; empty: not known
    QString name;
    QString department;
    QString level; ///< verbatim: 县级, 市、县级 …
    QString note; ///< the note column, verbatim
    QString misprint; ///< how the document would read without its misprint; empty: none
    Condition when;
    QString exclusive; ///< items with the same word here exclude each other
    QStringList after; ///< items whose outcome this one needs (前置事项)
    QString basis; ///< 设定依据
    QStringList conditions; ///< 申请条件
    QList<SpecialStep> special; ///< 特别环节
    QList<Path> paths; ///< none: one unnamed path with the days below
    int promisedDays = -1;
    int statutoryDays = -1;
    QString fee;
    QString feeBasis; ///< 收费依据
    QString outcome; ///< name of the result
    QString outcomeSample; ///< id of what it looks like; empty: none
    QString place; ///< where this item is applied for, when not at the hall's window
    QList<MaterialUse> materials;
    QStringList fields; ///< ids
    Provenance provenance; ///< of what was worked out; the row itself is official

    const Path *path(const QString &pathId) const;
    bool operator==(const Item &) const = default;
};

/// Fields that may be filled in for several persons of one role (名单): the employees of an employer, the sellers of a house. The
/// first person stands in the one form, all others in the list.
struct Roster {
    QString id;
    QString title; ///< what one of them is called, e.g. 职工
    QStringList fields; ///< ids, in the order of the columns; the first is the person's name
    Provenance provenance;
    bool operator==(const Roster &) const = default;
};

/// How far a matter has been worked out.
enum class MatterStatus {
    Catalogue, ///< only the official rows: it can be read, not taken in
    Sample, ///< materials from law and general knowledge; every paper says so
    Official, ///< released by the lead department
};

/// 一件事.
struct Matter {
    QString id;
    QString code; ///< 一件事编码, as the platform has it; empty: there is no national rule yet
    int sequence = 0;
    QChar mark = u'-'; ///< '*' national, '#' provincial, '-' none
    QString name;
    QString lead;
    QString audience; ///< 个人 or 企业
    MatterStatus status = MatterStatus::Catalogue;
    QStringList keywords; ///< how people say it
    QList<Situation> situations;
    QList<Item> items;
    QList<Roster> rosters;
    QString serves; ///< 服务对象; empty: whom the audience names
    QStringList conditions; ///< 申请条件 of the whole matter
    QStringList intermediaries; ///< 中介服务; empty: not known, “无” is said
    QStringList process; ///< 办理流程; empty: the general work procedure (annex 3 §2)
    Service service; ///< what differs from the pack's
    Attention attention; ///< 特殊注意事项
    QStringList cautions; ///< further 特殊注意事项
    QList<Mistake> mistakes;
    QList<Faq> faq;
    QString document; ///< of the catalogue rows when it is not the pack's
    Provenance provenance; ///< of the words above; empty in a matter that is catalogue only
    QString misprint;

    const Item *item(const QString &itemId) const;
    const Situation *situation(const QString &situationId) const;
    const Roster *roster(const QString &rosterId) const;
    bool operator==(const Matter &) const = default;
};

/// Names one matter of one version of one pack for ever; kept with every case.
struct GuideRef {
    QString pack;
    QString version;
    QString matter;
    bool operator==(const GuideRef &) const = default;
};

/// All guides of one city and audience (指南包): what is defined once and the matters that refer to it. With a \c base it is an
/// overlay: what a county adds to, replaces in or drops from the pack of its city, and not a pack to work from by itself.
struct GuidePack {
    QString id;
    QString title;
    QString version;
    QString publisher;
    QString regionCode;
    QString regionName;
    QString audience; ///< 个人 or 企业; every matter has it too
    QString sourceDocument; ///< of the catalogue rows
    QDate from;
    QDate until;
    QString base; ///< id of the pack that this one is laid over; empty: it stands by itself
    QStringList drops; ///< overlay: “matter” or “matter/item” of the base that are not offered here
    Service service;
    QList<Place> places;
    QList<Sample> samples;
    QList<Letter> letters;
    QList<Material> materials;
    QList<Field> fields;
    Parameters parameters;
    QMap<QString, QString> parameterNames;
    QList<Matter> matters;
    QStringList footnotes; ///< the 注 below the catalogue, verbatim
    bool operator==(const GuidePack &) const = default;
};

/// One matter with all it refers to: what the rules are given. Cheap to copy.
struct Guide {
    GuideRef ref;
    QString packTitle;
    QString regionName;
    QString sourceDocument;
    Matter matter;
    QMap<QString, Material> materials; ///< by id, those that the matter refers to
    QMap<QString, Field> fields;
    Parameters parameters;
    Service service; ///< the matter's own where it has one, else the pack's
    QMap<QString, Place> places; ///< by id, those that the service refers to
    QMap<QString, Sample> samples; ///< by id, those that materials and items refer to
    QList<Letter> letters; ///< of the pack
    QMap<QString, QString> parameterNames;
};

/// The guide of \a matterId, or nothing when \a pack has no such matter.
std::optional<Guide> guideOf(const GuidePack &pack, const QString &matterId);

}
