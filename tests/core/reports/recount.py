#!/usr/bin/python3
"""Counts every figure of a report once more, from the raw events of all cases: slow, simple and without a line of the product.

recount.py CASES.jsonl QUESTION.json: a line of JSON for each case (its number, the items and materials that its guide asked for at filing, and
its events in the common order, each with what its writer had seen), and the question (span, scope, moment, calendars, hours). Prints the
figures as JSON: {name: [number, whole]}, and the ids of the cases behind each.
"""

import json
import sys
from datetime import date, datetime, timedelta

END_OF_DAY = dict(hour=23, minute=59, second=59, microsecond=0)


class Calendar:
    def __init__(self, files):
        self.off, self.worked = set(), set()
        for file in files:
            with open(file, encoding="utf-8") as stream:
                year = json.load(stream)
            self.off |= {date.fromisoformat(day) for day in year["off"]}
            self.worked |= {date.fromisoformat(day) for day in year["worked"]}

    def is_workday(self, day):
        if day in self.worked:
            return True
        return day not in self.off and day.weekday() < 5

    def after(self, start, count):
        day = start
        if count == 0:
            while not self.is_workday(day):
                day += timedelta(1)
        for _ in range(count):
            day += timedelta(1)
            while not self.is_workday(day):
                day += timedelta(1)
        return day

    def between(self, start, end):
        return sum(self.is_workday(start + timedelta(n)) for n in range(1, (end - start).days + 1))

    def before(self, day, count):
        for _ in range(count):
            day -= timedelta(1)
            while not self.is_workday(day):
                day -= timedelta(1)
        return day


def whole_seconds(moment):
    return moment.replace(microsecond=0)


def minutes(start, end):
    return max(0, int((end - start).total_seconds() // 60))


class History:
    """A case as its events make it, with the few rules for acts that did not know each other which the test makes happen."""

    def __init__(self, case):
        self.case = case
        self.items = {item["id"]: dict(state="filed", pauses=[]) for item in case["items"]}
        self.verdicts, self.notices, self.prints, self.supplements, self.broken = {}, [], {}, {}, {}
        self.opened = self.filed = self.submitted = self.pushed = None
        by_id = {event["id"]: event for event in case["events"]}
        known, self.order = {}, []
        for event in case["events"]:
            self.enter(event, by_id, known)
        self.counted = []
        for event in self.order:
            unknown = [other for other in self.counted if other["id"] not in known[event["id"]]]
            self.meet(event, unknown)

    def enter(self, event, by_id, known):
        if event["id"] in known:
            return
        seen = set()
        for name in event["seen"]:
            if name in by_id:
                self.enter(by_id[name], by_id, known)
                seen |= known[name] | {name}
        known[event["id"]] = seen
        self.order.append(event)

    def meet(self, event, unknown):
        kind, body = event["type"], event["body"]
        items = body.get("items") or ([body["item"]] if "item" in body else [])

        def met(*kinds):
            return [other for other in unknown if other["type"] in kinds
                    and set(items) & set(other["body"].get("items") or [other["body"].get("item")])]

        if kind in ("item.accepted", "item.decided", "item.refused", "items.delivered") and met("items.withdrawn"):
            return
        if kind == "item.accepted" and met("item.accepted", "item.decided", "item.refused"):
            return
        if kind == "item.decided" and met("item.decided"):
            return
        if kind == "items.delivered" and met("items.delivered"):
            return
        if kind == "items.withdrawn" and met("item.accepted", "item.decided"):
            for item in items:
                state = self.items[item]
                if state.get("delivered"):
                    return
                if state["state"] == "decided":
                    state.update(state="accepted", ended=None)
        if self.apply(event):
            self.counted.append(event)

    def apply(self, event):
        kind, body = event["type"], event["body"]
        at = datetime.fromisoformat(event["at"])
        doer = (event["actor"], event["device"])
        if kind == "case.opened":
            self.opened = (at, doer)
        elif kind == "verdict.given":
            before = self.verdicts.get(body["material"])
            bad = ("not-conforming", "missing")
            was_gap = before is not None and (before["kind"] in bad or before["spot"])
            self.verdicts[body["material"]] = dict(kind=body["kind"], spot=was_gap and body["kind"] not in bad and not self.notices)
        elif kind == "verdict.taken-back":
            self.verdicts.pop(body["material"], None)
        elif kind == "notice.issued":
            self.notices.append((at, doer, body["secondTelling"]))
        elif kind == "application.submitted":
            if not self.filed:
                self.submitted = at
        elif kind == "case.filed":
            if not self.filed:
                self.filed = (at, doer, datetime.fromisoformat(body["pushDue"]) if body.get("pushDue") else None)
        elif kind == "case.pushed":
            self.pushed = self.pushed or at
        elif kind == "print.requested":
            self.prints[body["print"]] = dict(at=at, doer=doer, copy=body["copy"], failed=False)
        elif kind == "print.failed":
            self.prints[body["print"]]["failed"] = True
        elif kind in ("print.spooled", "print.printed", "print.confirmed"):
            self.prints[body["print"]]["failed"] = False
        elif kind == "promise.broken":
            self.broken.setdefault(body["material"], (at, doer))
        elif kind == "deferral.promised":
            self.supplements[body["material"]] = dict(supplied=None, lapsed=None)
        elif kind == "material.supplied":
            supplement = self.supplements.get(body["material"])
            if supplement and not supplement["supplied"] and not supplement["lapsed"]:
                supplement["supplied"] = (at, doer)
        elif kind == "deferral.lapsed":
            supplement = self.supplements.get(body["material"])
            if supplement and not supplement["supplied"] and not supplement["lapsed"]:
                supplement["lapsed"] = (at, doer)
                for item in body["items"]:
                    self.end(item, "lapsed", at, doer)
        elif kind == "item.accepted":
            item = self.items[body["item"]]
            if item["state"] != "filed":
                return False
            item.update(state="accepted", accepted=at)
        elif kind == "item.refused":
            if self.items[body["item"]]["state"] != "filed":
                return False
            self.end(body["item"], "refused", at, doer, body["reason"])
        elif kind == "item.decided":
            if self.items[body["item"]]["state"] != "accepted":
                return False
            self.end(body["item"], "decided", at, doer)
            self.items[body["item"]]["granted"] = body["granted"]
        elif kind == "items.withdrawn":
            if any(self.items[item]["state"] not in ("filed", "accepted") for item in body["items"]):
                return False
            for item in body["items"]:
                self.end(item, "withdrawn", at, doer, body["reason"])
        elif kind == "clock.paused":
            item = self.items[body["item"]]
            if item["state"] == "accepted" and not (item["pauses"] and item["pauses"][-1][1] is None):
                item["pauses"].append([at, None])
        elif kind == "clock.resumed":
            item = self.items[body["item"]]
            if item["pauses"] and item["pauses"][-1][1] is None:
                item["pauses"][-1][1] = at
        elif kind == "items.delivered":
            if any(self.items[i]["state"] not in ("decided", "refused") or "delivered" in self.items[i] for i in body["items"]):
                return False
            for item in body["items"]:
                self.items[item]["delivered"] = (at, doer, body["way"])
        return True

    def end(self, item, state, at, doer, reason=""):
        known = self.items[item]
        if known["state"] in ("filed", "accepted"):
            known.update(state=state, ended=at, by=doer, reason=reason)
            if known["pauses"] and known["pauses"][-1][1] is None:
                known["pauses"][-1][1] = at


class Recount:
    def __init__(self, question):
        self.question = question
        self.calendar = Calendar(question["calendars"])
        self.now = datetime.fromisoformat(question["now"])
        self.first, self.last = (date.fromisoformat(question[end]) for end in ("from", "to"))
        end = datetime.combine(self.last, datetime.min.time(), self.now.tzinfo).replace(**END_OF_DAY)
        self.end = whole_seconds(min(end, self.now))
        self.numbers, self.wholes, self.cases = {}, {}, {}
        self.visits, self.outcomes = [], []
        self.refusals, self.withdrawals = {}, {}

    def in_span(self, at):
        return self.first <= at.date() <= self.last

    def wanted(self, history, item, doer):
        scope, key = self.question["scope"], self.question["key"]
        if scope == "hall":
            return True
        if scope == "window":
            return doer[1] == key
        if scope == "clerk":
            return doer[0] == key
        if scope == "matter":
            return history.case["matter"] == key
        departments = {i["id"]: i["department"] for i in history.case["items"]}
        return departments[item] == key if item else key in departments.values()

    def bump(self, name, history, count=1):
        if count > 0:
            self.numbers[name] = self.numbers.get(name, 0) + count
            self.cases.setdefault(name, set()).add(history.case["case"])

    def add(self, name, history, at, item, doer, count=1):
        home = history.filed[1] if history.filed else history.opened[1]
        doer = (doer[0] or home[0], doer[1] or home[1]) if doer else home
        if at and self.in_span(at) and self.wanted(history, item, doer):
            self.bump(name, history, count)
            return True
        return False

    def count(self, case):
        history = History(case)
        ends = [(at, doer) for at, doer, _ in history.notices[:1]]
        if history.filed:
            ends.append(history.filed[:2])
        if ends and not history.submitted:
            at, doer = min(ends, key=lambda end: end[0])
            opened = history.opened[0]
            if at >= opened and at.date() == opened.date():
                if self.add("window-minutes", history, at, None, doer):
                    self.visits.append(minutes(opened, at))
        for number, (at, doer, second) in enumerate(history.notices):
            self.add("first-notices" if number == 0 else "further-notices", history, at, None, doer)
            if second:
                self.add("second-tellings", history, at, None, doer)
        if history.filed:
            self.count_filed(history)
        for one in history.prints.values():
            if one["copy"] > 1 and not one["failed"]:
                self.add("reprints", history, one["at"], None, (None, one["doer"][1]))

    def count_filed(self, history):
        at, doer, _ = history.filed
        items = history.case["items"]
        verdicts = [history.verdicts.get(material) for material in history.case["materials"]]
        verdicts = [verdict for verdict in verdicts if verdict]
        departments = {item["department"] for item in items}
        if self.add("filings", history, at, None, doer):
            self.wholes["exempt-materials"] = self.wholes.get("exempt-materials", 0) + len(history.case["materials"])
            if history.submitted:
                self.bump("online-filings", history)
            self.bump("exempt-materials", history, sum(v["kind"] == "exempt" for v in verdicts))
            self.bump("on-the-spot", history, sum(v["spot"] for v in verdicts))
            self.bump("commitments", history, sum(v["kind"] == "committed" for v in verdicts))
            self.bump("deferrals", history, len(history.supplements))
            self.bump("visits-saved", history, len(departments) - (0 if history.submitted else 1))
        for supplement in history.supplements.values():
            if supplement["supplied"]:
                self.add("deferrals-supplied", history, supplement["supplied"][0], None, (None, supplement["supplied"][1][1]))
            if supplement["lapsed"]:
                self.add("deferrals-lapsed", history, supplement["lapsed"][0], None, None)
        for broken_at, broken_by in history.broken.values():
            self.add("commitments-broken", history, broken_at, None, broken_by)
        limits = self.limits(history)
        handed = {}
        for item in items:
            self.count_item(history, item, history.items[item["id"]], limits)
            delivered = history.items[item["id"]].get("delivered")
            if delivered:
                names = {"window": "at-window", "courier": "by-courier", "electronic": "electronic", "self-service": "by-machine"}
                if self.add("deliveries", history, delivered[0], item["id"], delivered[1]):
                    self.bump("deliveries-" + names[delivered[2]], history)
                handed.setdefault((delivered[0], delivered[2]), (delivered[1], set()))[1].add(item["department"])
        for (at_once, way), (who, whose) in handed.items():
            self.add("visits-saved", history, at_once, None, who, len(whose) - (way in ("window", "self-service")))

    def count_item(self, history, item, state, limits):
        filed, name = history.filed[0], item["id"]
        self.add("filed-items", history, filed, name, history.filed[1])
        acceptance = limits["acceptance"][0]
        if "accepted" in state:
            if self.add("acceptances", history, state["accepted"], name, None) and state["accepted"] > acceptance:
                self.bump("late-acceptances", history)
        ended, kind = state.get("ended"), state["state"]
        if kind == "refused" and self.add("refusals", history, ended, name, None):
            self.refusals[state["reason"]] = self.refusals.get(state["reason"], 0) + 1
            if ended > acceptance:
                self.bump("late-acceptances", history)
        if kind == "withdrawn" and self.add("withdrawals", history, ended, name, state["by"]):
            self.withdrawals[state["reason"]] = self.withdrawals.get(state["reason"], 0) + 1
        if kind == "lapsed":
            self.add("returns", history, ended, name, None)
        if kind == "decided" and self.add("decisions", history, ended, name, None):
            promise = limits["promise"].get(name) or limits["law"].get(name)
            if not promise or not promise[0]:
                self.bump("decisions-without-limit", history)
            elif ended > promise[0]:
                self.bump("late-decisions", history)
            else:
                self.bump("early-decisions" if ended.date() < promise[0].date() else "timely-decisions", history)
            if not state["granted"]:
                self.bump("denials", history)
            self.bump("outcome-minutes", history)
            self.outcomes.append(minutes(filed, ended))
        self.count_open(history, item, state, limits)

    def count_open(self, history, item, state, limits):
        """Between filing and acceptance by one clock, between acceptance and end by another."""
        filed, accepted, ended = whole_seconds(history.filed[0]), state.get("accepted"), state.get("ended")
        accepted = accepted and whole_seconds(accepted)
        ended = ended and whole_seconds(ended)
        if not self.wanted(history, item["id"], history.filed[1]):
            return
        if filed <= self.end and not ((accepted or ended) and (accepted or ended) <= self.end):
            self.colour(history, limits["acceptance"], False)
        elif accepted and accepted <= self.end and not (ended and ended <= self.end):
            promise, law = limits["promise"].get(item["id"]), limits["law"].get(item["id"])
            nearer = promise or law
            if promise and law and law[0] and promise[0] and law[0] < promise[0]:
                nearer = law
            if promise and not promise[0]:
                nearer = promise
            if law and law[0] and not promise:
                nearer = law
            is_paused = bool(state["pauses"]) and state["pauses"][-1][1] is None
            self.colour(history, nearer, not ended and (is_paused or (nearer is not None and not nearer[0])))

    def colour(self, history, limit, paused):
        self.bump("open", history)
        if not limit or not limit[0]:
            return self.bump("open-paused" if paused else "open-without-limit", history)
        due, days, start = limit
        if days == 0:
            amber, red = start, due.replace(hour=15, minute=30, second=0)  # two hours before 17:30
        else:
            amber_day = self.calendar.before(due.date(), max(1, days // 5))
            amber = due.replace(year=amber_day.year, month=amber_day.month, day=amber_day.day, hour=0, minute=0, second=0)
            red = due.replace(hour=0, minute=0, second=0)
        if self.end < whole_seconds(amber):
            name = "open-green"
        elif self.end > due:
            name = "open-overdue"
        else:
            name = "open-amber" if self.end < whole_seconds(red) else "open-red"
        self.bump(name, history)

    def limit(self, start, days):
        end = self.calendar.after(start.date(), days)
        return (start.replace(year=end.year, month=end.month, day=end.day, **END_OF_DAY), days, start)

    def limits(self, history):
        filed, _, push_due = history.filed
        received = max(filed, history.pushed) if history.pushed else push_due
        acceptance = self.limit(received, self.question["daysToAccept"])
        chosen = [item for item in history.case["items"]
                  if history.items[item["id"]]["state"] in ("filed", "accepted", "decided")]
        promised, stopped = {}, set()
        for item in chosen:
            state = history.items[item["id"]]
            extra = sum(max(0, self.calendar.between(p[0].date(), p[1].date())) for p in state["pauses"] if p[1])
            promised[item["id"]] = (item["promised"] + extra if item["promised"] >= 0 else -1,
                                    item["statutory"] + extra if item["statutory"] >= 0 else -1)
        for _ in chosen:
            for item in chosen:
                pauses = history.items[item["id"]]["pauses"]
                if (pauses and pauses[-1][1] is None) or any(before in stopped for before in item["after"]):
                    stopped.add(item["id"])

        def end_of(name):
            item = next(i for i in chosen if i["id"] == name)
            start = 0
            for before in item["after"]:
                if before in promised:
                    end = end_of(before)
                    start = -1 if start < 0 or end < 0 else max(start, end)
            return -1 if start < 0 or promised[name][0] < 0 else start + promised[name][0]

        result = dict(acceptance=acceptance, promise={}, law={})
        for item in chosen:
            name, state = item["id"], history.items[item["id"]]
            start = max(filed, state["accepted"]) if "accepted" in state else acceptance[0]
            paused = bool(state["pauses"]) and state["pauses"][-1][1] is None
            if end_of(name) >= 0:
                result["promise"][name] = (None,) * 3 if name in stopped else self.limit(start, end_of(name))
            if promised[name][1] >= 0:
                result["law"][name] = (None,) * 3 if paused else self.limit(start, promised[name][1])
        return result

    def figures(self):
        result = {name: [count, 0] for name, count in self.numbers.items()}
        parts = {"online-filings": ["filings"], "late-acceptances": ["acceptances", "refusals"], "early-decisions": ["decisions"],
                 "timely-decisions": ["decisions"], "late-decisions": ["decisions"], "decisions-without-limit": ["decisions"],
                 "denials": ["decisions"]}
        parts.update({"open-" + colour: ["open"] for colour in ("green", "amber", "red", "overdue", "paused", "without-limit")})
        parts.update({"deliveries-" + way: ["deliveries"] for way in ("at-window", "by-courier", "electronic", "by-machine")})
        for part, wholes in parts.items():
            result[part] = [self.numbers.get(part, 0), sum(self.numbers.get(whole, 0) for whole in wholes)]
        result["exempt-materials"] = [self.numbers.get("exempt-materials", 0), self.wholes.get("exempt-materials", 0)]
        for name, times in (("window-minutes", self.visits), ("outcome-minutes", self.outcomes)):
            result.pop(name, None)
            for suffix, percent in (("-median", 50), ("-p90", 90)):
                rank = -(-len(times) * percent // 100)
                result[name + suffix] = [sorted(times)[max(rank, 1) - 1] if times else 0, len(times)]
                self.cases[name + suffix] = self.cases.get(name, set())
        return result


def main():
    with open(sys.argv[1], encoding="utf-8") as stream:
        cases = [json.loads(line) for line in stream]
    with open(sys.argv[2], encoding="utf-8") as stream:
        questions = json.load(stream)
    answers = []
    for question in questions:
        recount = Recount(question)
        for case in cases:
            recount.count(case)
        answers.append(dict(figures=recount.figures(), cases={name: sorted(ids) for name, ids in recount.cases.items()},
                            refusals=recount.refusals, withdrawals=recount.withdrawals))
    json.dump(answers, sys.stdout)


main()
