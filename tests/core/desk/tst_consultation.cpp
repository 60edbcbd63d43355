#include "core/desk/shelfsearch.h"
#include "tests/core/desk/hall.h"

#include <QSignalSpy>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

bool samePlan(const Plan &a, const Plan &b)
{
    const auto question = [](const Plan::Question &x, const Plan::Question &y) {
        return x.situation == y.situation && x.answer == y.answer;
    };
    const auto item = [](const Plan::ItemLine &x, const Plan::ItemLine &y) {
        return x.item == y.item && x.applies == y.applies && x.chosen == y.chosen && x.path == y.path
            && x.paths == y.paths && x.promisedDays == y.promisedDays;
    };
    const auto material = [](const Plan::MaterialLine &x, const Plan::MaterialLine &y) {
        return x.material == y.material && x.itemIds == y.itemIds && x.notes == y.notes;
    };
    const auto field = [](const Plan::FieldLine &x, const Plan::FieldLine &y) {
        return x.field == y.field && x.value == y.value && x.fault == y.fault;
    };
    return std::ranges::equal(a.questions, b.questions, question) && std::ranges::equal(a.items, b.items, item)
        && std::ranges::equal(a.materials, b.materials, material) && std::ranges::equal(a.fields, b.fields, field);
}

/// Every act that a consultation takes and that the guide allows: all answers, the second item dropped, first paths.
QList<Command> actsOf(const Guide &guide, qsizetype option)
{
    QList<Command> acts;
    for (const Situation &situation : guide.matter.situations) {
        const bool isNumber = situation.kind == Situation::Kind::Number;
        const qsizetype at = std::min(option, situation.options.size() - 1);
        acts << AnswerSituation{situation.id, isNumber ? u"250"_s : situation.options.at(at).id};
    }
    if (guide.matter.items.size() > 1)
        acts << DropItem{guide.matter.items[1].id};
    for (const Item &item : guide.matter.items) {
        for (const Path &path : item.paths)
            acts << ChoosePath{item.id, path.id};
    }
    acts << AnswerSituation{guide.matter.situations.value(0).id, {}};
    return acts;
}

}

class TestConsultation : public QObject
{
    Q_OBJECT

private slots:
    void aCaseWithTheSameActsHasTheSamePlan_data()
    {
        QTest::addColumn<qsizetype>("option");
        QTest::newRow("first options") << qsizetype(0);
        QTest::newRow("second options") << qsizetype(1);
        QTest::newRow("last options") << qsizetype(100);
    }
    /// For every matter that is worked out: step by step, then made a case, then read back from the journal.
    void aCaseWithTheSameActsHasTheSamePlan()
    {
        QFETCH(qsizetype, option);
        Hall hall;
        int matters = 0;
        for (const GuidePack &pack : hall.shelf.packs()) {
            for (const Matter &matter : pack.matters) {
                if (matter.status == MatterStatus::Catalogue || matter.sequence % 5 != 1)
                    continue;
                ++matters;
                const GuideRef ref{pack.id, pack.version, matter.id};
                const Guide guide = *hall.shelf.guide(ref);
                desk::Consultation consultation(guide, hall.clock);
                const auto work = std::move(*hall.reception->open(ref));
                QVERIFY(samePlan(consultation.plan(), work->plan()));
                for (const Command &act : actsOf(guide, option)) {
                    const desk::Done said = consultation.perform(act);
                    const desk::Done done = work->perform(act);
                    QCOMPARE(said.has_value(), done.has_value());
                    QVERIFY(said || said.error().refusals == done.error().refusals);
                    QVERIFY2(samePlan(consultation.plan(), work->plan()), qPrintable(matter.name));
                }
                const auto turned = std::move(*hall.reception->open(consultation));
                QVERIFY2(samePlan(turned->plan(), work->plan()), qPrintable(matter.name));
                QCOMPARE(turned->file().answers, work->file().answers);
                QCOMPARE(turned->file().dropped, work->file().dropped);
                QCOMPARE(turned->file().paths, work->file().paths);
                QVERIFY(turned->file().number != work->file().number);
                QVERIFY((*hall.reception->resume(turned->file().id))->file() == turned->file());
            }
        }
        QVERIFY(matters > 10);
    }

    void nothingOfItIsStored()
    {
        Hall hall;
        const Guide guide = *hall.shelf.guide(newborn(hall));
        desk::Consultation consultation(guide, hall.clock);
        for (const Command &act : actsOf(guide, 0))
            consultation.perform(act);
        QCOMPARE(hall.profile->journal().verify().value(), 0);
        QCOMPARE(hall.reception->cases(false, 10)->size(), 0);
        QCOMPARE(hall.profile->journal().nextSerial(hall.clock.now().date()).value(), 1);
    }

    void whatBelongsToACaseIsRefused_data()
    {
        QTest::addColumn<int>("act");
        for (int act = 0; act < 6; ++act)
            QTest::addRow("act %d", act) << act;
    }
    void whatBelongsToACaseIsRefused()
    {
        QFETCH(int, act);
        Hall hall;
        desk::Consultation consultation(*hall.shelf.guide(newborn(hall)), hall.clock);
        const QSignalSpy changed(&consultation, &desk::Consultation::changed);
        const QString material = consultation.guide().materials.firstKey();
        const QList<Command> acts{OpenCase{u"x"_s, u"y"_s},
                                  EnterField{u"applicant-name"_s, u"张三"_s},
                                  GiveVerdict{material, {.kind = VerdictKind::OriginalSeen}},
                                  IssueNotice{},
                                  FileCase{},
                                  AbandonCase{u"算了"_s}};
        const desk::Done done = consultation.perform(acts[act]);
        QVERIFY(!done.has_value());
        QCOMPARE(done.error().refusals.value(0).why, Refusal::Why::NotOpen);
        QCOMPARE(changed.size(), 0);
        QVERIFY(!consultation.canUndo());
    }

    void undoGoesBackStepByStep()
    {
        Hall hall;
        const Guide guide = *hall.shelf.guide(newborn(hall));
        desk::Consultation consultation(guide, hall.clock);
        const QSignalSpy changed(&consultation, &desk::Consultation::changed);
        QList<Plan> plans{consultation.plan()};
        const Situation question = guide.matter.situations.front();
        const QList<Command> acts{AnswerSituation{question.id, question.options[0].id},
                                  AnswerSituation{question.id, question.options[1].id},
                                  DropItem{guide.matter.items[1].id}};
        for (const Command &act : acts) {
            QVERIFY(consultation.perform(act));
            plans << consultation.plan();
        }
        for (qsizetype step = acts.size(); step-- > 0;) {
            QVERIFY(consultation.canUndo());
            consultation.undo();
            QVERIFY(samePlan(consultation.plan(), plans[step]));
        }
        QVERIFY(!consultation.canUndo());
        consultation.undo();
        QCOMPARE(changed.size(), 6);
        QVERIFY(consultation.choices().isEmpty());
    }

    void theNextCitizenBeginsAnewAndUndoBringsTheLastBack()
    {
        Hall hall;
        const Guide guide = *hall.shelf.guide(newborn(hall));
        desk::Consultation consultation(guide, hall.clock);
        const Plan empty = consultation.plan();
        consultation.startOver();
        QVERIFY(!consultation.canUndo()); // there was nothing to forget
        for (const Command &act : actsOf(guide, 0))
            consultation.perform(act);
        const Plan full = consultation.plan();
        consultation.startOver();
        QVERIFY(samePlan(consultation.plan(), empty));
        QVERIFY(consultation.choices().isEmpty());
        consultation.undo();
        QVERIFY(samePlan(consultation.plan(), full));
    }

    void itSaysWhatIsStillToBeTold()
    {
        Hall hall;
        desk::Consultation consultation(*hall.shelf.guide(newborn(hall)), hall.clock);
        const qsizetype questions = consultation.plan().questions.size();
        QVERIFY(consultation.open().size() >= questions && questions > 0);
        for (int step = 0; step < 30 && !consultation.open().isEmpty(); ++step) {
            const Refusal open = consultation.open().front();
            if (open.why == Refusal::Why::SituationOpen)
                QVERIFY(consultation.perform(
                    AnswerSituation{open.id, consultation.guide().matter.situation(open.id)->options.front().id}));
            else
                QVERIFY(consultation.perform(ChoosePath{open.id, consultation.plan().item(open.id)->paths.front().id}));
        }
        QVERIFY(consultation.open().isEmpty()); // fields and materials are no business of a consultation
        for (const Item &item : consultation.guide().matter.items)
            consultation.perform(DropItem{item.id});
        QCOMPARE(consultation.open().size(), 1);
        QCOMPARE(consultation.open().front().why, Refusal::Why::NothingChosen);
    }

    void aCaseIsMadeWholeOrNotAtAll()
    {
        Hall hall;
        const Guide guide = *hall.shelf.guide(newborn(hall));
        desk::Consultation consultation(guide, hall.clock);
        const Situation question = guide.matter.situations.front();
        QVERIFY(consultation.perform(AnswerSituation{question.id, question.options[1].id}));
        const QSignalSpy opened(&*hall.reception, &desk::Reception::opened);
        {
            const FullDisk full;
            const auto failed = hall.reception->open(consultation);
            QVERIFY(!failed.has_value());
            QCOMPARE(failed.error().error->kind, base::Error::Kind::Storage);
        }
        QCOMPARE(opened.size(), 0);
        QCOMPARE(hall.profile->journal().verify().value(), 0);
        const auto work = hall.reception->open(consultation);
        QVERIFY(work.has_value());
        QCOMPARE(opened.size(), 1);
        QCOMPARE((*work)->file().events, 2);
        const QString id = (*work)->file().id;
        hall.reopen();
        QCOMPARE((*hall.reception->resume(id))->file().answers.value(question.id), question.options[1].id);
    }

    void aMatterThatIsCatalogueOnlyMakesNoCase()
    {
        Hall hall;
        Guide guide = *hall.shelf.guide(newborn(hall));
        guide.matter.status = MatterStatus::Catalogue;
        const desk::Consultation consultation(guide, hall.clock);
        const auto refused = hall.reception->open(consultation);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().refusals.value(0).why, Refusal::Why::NotWorkedOut);
    }

    /// The search learns from the journal at the start, and from each case that is opened afterwards.
    void whatIsOpenedHereIsFoundFirst()
    {
        Hall hall;
        const QString readings = hall.source + u"/resources/pinyin/readings.tsv"_s;
        const auto fresh = [&] { return desk::ShelfSearch(hall.shelf, readings, {}); };
        desk::ShelfSearch running = fresh();
        const QString query = u"sheng"_s;
        const QList<desk::MatterLine> before = running.find(query, 100);
        const auto behind = std::ranges::find_if(before, [&](const desk::MatterLine &line) {
            return line.status != MatterStatus::Catalogue && line.because.isEmpty() && line.ref != before.front().ref
                && !line.name.startsWith(u'生');
        });
        QVERIFY(behind != before.end());
        connect(&*hall.reception, &desk::Reception::opened, this,
                [&](const GuideRef &matter) { running.countOpened(matter); });
        QVERIFY(hall.reception->open(behind->ref).has_value());
        const auto firstOfItsRank = [&](const desk::ShelfSearch &search) {
            const QList<desk::MatterLine> lines = search.find(query, 100);
            return std::ranges::find_if(lines,
                                        [](const desk::MatterLine &line) {
                                            return line.because.isEmpty() && !line.name.startsWith(u'生');
                                        })
                ->ref;
        };
        QCOMPARE(firstOfItsRank(running), behind->ref);
        desk::ShelfSearch again = fresh();
        QVERIFY(firstOfItsRank(again) != behind->ref);
        again.countCases(hall.profile->journal());
        QCOMPARE(firstOfItsRank(again), behind->ref);
    }
};

QTEST_GUILESS_MAIN(TestConsultation)
#include "tst_consultation.moc"
