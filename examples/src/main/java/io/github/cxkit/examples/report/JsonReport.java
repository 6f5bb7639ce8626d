package io.github.cxkit.examples.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cxkit.examples.csv.JsonHead;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.goal.Goal;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a report as JSON at full precision; null where there is no such number. */
final class JsonReport {

    private final Report report;
    private final JsonGenerator json;

    private JsonReport(Report report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    static void write(Report report, PrintWriter out) throws IOException {
        JsonGenerator json = JsonHead.generator(out);
        new JsonReport(report, json).writeReport();
        json.flush();
        out.println();
    }

    private void writeReport() throws IOException {
        json.writeStartObject();
        json.writeStringField("source", report.source());
        json.writeBooleanField("sample", report.sample());
        json.writeNumberField("rows", report.rows());
        JsonHead.badRows(json, report.badRows(), report.rows(), report.maxBad());
        JsonHead.columns(json, report.uses());
        json.writeNumberField("confidence", report.confidence());
        json.writeArrayFieldStart("metrics");
        for (Question question : report.questions()) {
            for (RatingMetric definition : question.definitions()) {
                writeMetric(question, definition);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("goals");
        for (Report.Pursued pursued : report.goals()) {
            writeGoal(pursued);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Estimate, limits and line are in per cent of the baseline where the target is relative. */
    private void writeGoal(Report.Pursued pursued) throws IOException {
        Goal.Progress progress = pursued.progress();
        Goal goal = progress.goal();
        Optional<Estimate> estimate = pursued.isShown() ? progress.estimate() : Optional.empty();
        Optional<Interval> interval = estimate.flatMap(Estimate::interval);
        json.writeStartObject();
        json.writeStringField("metric", goal.metric().name());
        json.writeNumberField("target", goal.target());
        json.writeBooleanField("relative", goal.isRelative());
        json.writeNumberField("target_value", goal.targetValue());
        json.writeStringField("start", goal.start().toString());
        json.writeStringField("deadline", goal.deadline().toString());
        json.writeStringField("at", progress.at().toString());
        json.writeObjectFieldStart("baseline");
        json.writeStringField("groups", pursued.sides().before().toString());
        json.writeNumberField("value", goal.baseline().value());
        json.writeNumberField("n", goal.baseline().count());
        json.writeEndObject();
        json.writeStringField("groups", pursued.sides().after().toString());
        writeNumber("estimate", estimate.map(Estimate::value));
        writeNumber("lower", interval.map(Interval::lower));
        writeNumber("upper", interval.map(Interval::upper));
        json.writeNumberField("n", pursued.soFar().count());
        json.writeNumberField("line", progress.line());
        if (pursued.isShown()) {
            json.writeStringField("status", progress.status().name().toLowerCase(Locale.ROOT));
            json.writeBooleanField("beyond_doubt", progress.isBeyondDoubt());
        } else {
            json.writeNullField("status");
            json.writeNullField("beyond_doubt");
        }
        json.writeNumberField("expected_by_deadline", pursued.expected());
        if (goal.answersNeeded().isPresent()) {
            json.writeNumberField("answers_needed", goal.answersNeeded().getAsLong());
        } else {
            json.writeNullField("answers_needed");
        }
        json.writeEndObject();
    }

    private void writeMetric(Question question, RatingMetric definition) throws IOException {
        json.writeStartObject();
        json.writeStringField("metric", definition.name());
        json.writeStringField("question", question.kind().name());
        json.writeStringField("column", question.column());
        json.writeStringField("definition", definition.toString());
        json.writeStringField("unit", definition.unit().name());
        json.writeStringField("direction", definition.direction().name().toLowerCase(Locale.ROOT));
        json.writeObjectFieldStart("total");
        writeResult(report.total(question, definition));
        json.writeEndObject();
        json.writeArrayFieldStart("breakdowns");
        for (Report.Section section : report.sections()) {
            json.writeStartObject();
            json.writeStringField("by", section.title());
            Optional<TrendChanges> trend = section.trend();
            if (trend.isPresent()) {
                json.writeStringField("trend", Periods.word(trend.get().period()));
            } else {
                json.writeNullField("trend");
            }
            json.writeArrayFieldStart("groups");
            for (Map.Entry<String, List<RatingCounts>> group : section.groups().entrySet()) {
                json.writeStartObject();
                json.writeStringField("group", group.getKey());
                writeResult(report.result(question, definition, group.getValue()));
                writeAgainstRest(section.againstRest().of(question, definition, group.getKey()));
                writeDifference(
                        "from_previous", trend.flatMap(t -> t.fromPrevious(question, definition, group.getKey())));
                writeDifference(
                        "from_last_year", trend.flatMap(t -> t.fromLastYear(question, definition, group.getKey())));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("changes");
        for (Report.Compared sides : report.compared()) {
            writeChange(question, definition, sides);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeAgainstRest(Optional<Breakdown.GroupComparison<String>> comparison) throws IOException {
        if (comparison.isEmpty()) {
            json.writeNullField("vs_rest");
            return;
        }
        Breakdown.GroupComparison<String> rest = comparison.get();
        Estimate difference = rest.change().difference();
        json.writeObjectFieldStart("vs_rest");
        json.writeNumberField("difference", difference.value());
        writeNumber("lower", difference.interval().map(Interval::lower));
        writeNumber("upper", difference.interval().map(Interval::upper));
        writeNumber("p_value", rest.pValue().stream().boxed().findFirst());
        writeNumber("adjusted_p", rest.adjustedPValue().stream().boxed().findFirst());
        json.writeStringField("adjustment", report.adjustBy().name().toLowerCase(Locale.ROOT));
        json.writeStringField("verdict", rest.verdict().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private void writeDifference(String name, Optional<Change> change) throws IOException {
        if (change.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeObjectFieldStart(name);
            writeDifference(change);
            json.writeEndObject();
        }
    }

    private void writeChange(Question question, RatingMetric definition, Report.Compared sides) throws IOException {
        json.writeStartObject();
        json.writeStringField("by", sides.by());
        json.writeStringField("before", sides.groups().before().toString());
        json.writeStringField("after", sides.groups().after().toString());
        writeDifference(report.change(question, definition, sides));
        json.writeEndObject();
    }

    private void writeDifference(Optional<Change> change) throws IOException {
        Optional<Estimate> difference = change.map(Change::difference);
        Optional<Interval> interval = difference.flatMap(Estimate::interval);
        writeNumber("difference", difference.map(Estimate::value));
        writeNumber("lower", interval.map(Interval::lower));
        writeNumber("upper", interval.map(Interval::upper));
        writeNumber("p_value", change.flatMap(c -> c.pValue().stream().boxed().findFirst()));
        if (change.isPresent()) {
            json.writeStringField("verdict", change.get().verdict().name().toLowerCase(Locale.ROOT));
        } else {
            json.writeNullField("verdict");
        }
    }

    private void writeResult(Result result) throws IOException {
        Optional<Estimate> estimate = result.estimate();
        Optional<Interval> interval = estimate.flatMap(Estimate::interval);
        writeNumber("value", estimate.map(Estimate::value));
        writeNumber("lower", interval.map(Interval::lower));
        writeNumber("upper", interval.map(Interval::upper));
        writeNumber("standard_error", result.standardError().stream().boxed().findFirst());
        if (estimate.isPresent()) {
            json.writeStringField("method", estimate.get().method());
        } else {
            json.writeNullField("method");
        }
        json.writeNumberField("n", result.score().count());
        json.writeNumberField("effective_n", result.score().effectiveCount());
        json.writeNumberField("skipped", result.score().skipped());
        json.writeNumberField("not_applicable", result.score().notApplicable());
        json.writeNumberField("weight_zero", result.score().zeroWeight());
        json.writeStringField("base", result.base().name().toLowerCase(Locale.ROOT));
        json.writeArrayFieldStart("notes");
        for (String note : estimate.map(Estimate::notes).orElse(List.of())) {
            json.writeString(note);
        }
        json.writeEndArray();
        if (result.score() instanceof Nps nps) {
            json.writeNumberField("promoters", nps.promoters());
            json.writeNumberField("passives", nps.passives());
            json.writeNumberField("detractors", nps.detractors());
        }
        RatingCounts counts = result.score().counts();
        json.writeObjectFieldStart("counts");
        for (int point = counts.scale().lowest(); point <= counts.scale().highest(); point++) {
            json.writeNumberField(Integer.toString(point), counts.count(point));
        }
        json.writeEndObject();
        json.writeObjectFieldStart("percent");
        for (int point = counts.scale().lowest(); point <= counts.scale().highest(); point++) {
            int at = point;
            writeNumber(
                    Integer.toString(at), estimate.map(shown -> result.share(at).orElseThrow()));
        }
        json.writeEndObject();
    }

    private void writeNumber(String name, Optional<Double> value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }
}
