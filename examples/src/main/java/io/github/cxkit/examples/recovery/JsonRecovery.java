package io.github.cxkit.examples.recovery;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cxkit.examples.csv.JsonHead;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.recovery.CaseFairness;
import io.github.cxkit.recovery.CaseFairness.DimensionScore;
import io.github.cxkit.recovery.CaseFairness.EvidenceScore;
import io.github.cxkit.recovery.Evidence;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.FairnessPolicy;
import io.github.cxkit.recovery.FairnessSummary;
import io.github.cxkit.recovery.Treatment.Violation;
import io.github.cxkit.recovery.weights.WeightFit;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes a report as JSON at full precision; null where there is no such number. No identity of a case is in it. */
final class JsonRecovery {

    private final RecoveryReport report;
    private final FairnessSummary summary;
    private final JsonGenerator json;

    private JsonRecovery(RecoveryReport report, JsonGenerator json) {
        this.report = report;
        this.summary = report.tally().summary();
        this.json = json;
    }

    static void write(RecoveryReport report, PrintWriter out) throws IOException {
        JsonGenerator json = JsonHead.generator(out);
        new JsonRecovery(report, json).writeReport();
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
        writePolicy();
        json.writeNumberField("confidence", report.confidence());
        writeSummary();
        writeSections();
        writeChanges();
        writeFits();
        json.writeArrayFieldStart("shown_cases");
        for (RecoveryReport.ShownCase shown : report.cases()) {
            writeCase(shown.number(), Optional.of(shown.why()), shown.score());
        }
        json.writeEndArray();
        if (!report.every().isEmpty()) {
            json.writeArrayFieldStart("cases");
            for (CaseRow row : report.every()) {
                writeCase(row.number(), Optional.empty(), report.scorer().score(row.facts()));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writePolicy() throws IOException {
        FairnessPolicy policy = report.scorer().policy();
        json.writeObjectFieldStart("policy");
        json.writeObjectFieldStart("weights");
        for (FairnessDimension dimension : FairnessDimension.values()) {
            json.writeNumberField(word(dimension), policy.weights().weight(dimension));
        }
        json.writeEndObject();
        if (Double.isInfinite(policy.power())) {
            json.writeStringField("power", policy.power() > 0 ? "infinity" : "-infinity");
        } else {
            json.writeNumberField("power", policy.power());
        }
        json.writeStringField("curve", policy.compensationCurve().toString().toLowerCase(Locale.ROOT));
        json.writeNumberField("fair_from", policy.fairThreshold());
        json.writeEndObject();
    }

    private void writeSummary() throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("cases", summary.count());
        json.writeNumberField("cases_with_points", summary.overall().count());
        writeFigures(report.total());
        json.writeObjectFieldStart("weakest_in");
        for (FairnessDimension dimension : FairnessDimension.values()) {
            json.writeNumberField(word(dimension), summary.countWeakest(dimension));
        }
        json.writeEndObject();
        json.writeObjectFieldStart("capped_by");
        for (FairnessPolicy.Cap cap : FairnessPolicy.Cap.values()) {
            json.writeNumberField(word(cap), summary.countCapped(cap));
        }
        json.writeEndObject();
        json.writeObjectFieldStart("violations");
        for (Violation violation : Violation.values()) {
            json.writeNumberField(word(violation), summary.countWith(violation));
        }
        json.writeEndObject();
        json.writeNumberField("sensitive_to_weights", summary.countSensitiveToWeights());
        json.writeNumberField("over_compensated", summary.countOverCompensated());
        json.writeArrayFieldStart("by_points");
        for (int bin = 0; bin < 10; bin++) {
            json.writeNumber(summary.countInBin(bin));
        }
        json.writeEndArray();
        writeLost(report.tally().pointsLost());
        json.writeObjectFieldStart("notes");
        for (Map.Entry<CaseFairness.Note, Long> note : report.tally().notes().entrySet()) {
            json.writeNumberField(word(note.getKey()), note.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeLost(List<CaseFairness.Contribution> lost) throws IOException {
        json.writeObjectFieldStart("points_lost");
        for (CaseFairness.Contribution part : lost) {
            json.writeNumberField(part.factor().label(), part.points());
        }
        json.writeEndObject();
    }

    private void writeFigures(List<Figure> figures) throws IOException {
        json.writeArrayFieldStart("figures");
        for (Figure figure : figures) {
            json.writeStartObject();
            writeFigure(figure);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeFigure(Figure figure) throws IOException {
        Optional<Estimate> estimate = figure.estimate(report.confidence());
        Optional<Interval> interval = estimate.flatMap(Estimate::interval);
        json.writeStringField("figure", figure.name());
        json.writeStringField("unit", figure.score().metric().unit().name());
        writeNumber("value", estimate.map(Estimate::value));
        writeNumber("lower", interval.map(Interval::lower));
        writeNumber("upper", interval.map(Interval::upper));
        writeText("method", estimate.map(Estimate::method));
        json.writeNumberField("n", figure.score().count());
        writeNumber("bounds_lower", figure.bounds().map(Interval::lower));
        writeNumber("bounds_upper", figure.bounds().map(Interval::upper));
        writeNumber("known", boxed(figure.coverage()));
        json.writeStringField("base", word(figure.base()));
    }

    private void writeSections() throws IOException {
        json.writeArrayFieldStart("breakdowns");
        for (Section section : report.sections()) {
            json.writeStartObject();
            json.writeStringField("by", section.title());
            json.writeArrayFieldStart("groups");
            for (Map.Entry<String, List<Figure>> group : section.groups().entrySet()) {
                json.writeStartObject();
                json.writeStringField("group", group.getKey());
                json.writeNumberField("cases", section.size(group.getKey()));
                json.writeArrayFieldStart("figures");
                for (Figure figure : group.getValue()) {
                    json.writeStartObject();
                    writeFigure(figure);
                    writeAgainstRest(section.againstRest(figure.name(), group.getKey()), figure.isOutcome());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeAgainstRest(Optional<Breakdown.GroupComparison<String>> comparison, boolean outcome)
            throws IOException {
        if (comparison.isEmpty()) {
            json.writeNullField("vs_rest");
            return;
        }
        json.writeObjectFieldStart("vs_rest");
        writeChange(Optional.of(comparison.get().change()));
        writeNumber("adjusted_p", boxed(comparison.get().adjustedPValue()));
        json.writeStringField("verdict", CsvRecovery.word(comparison.get().verdict(), outcome));
        json.writeEndObject();
    }

    private void writeChange(Optional<Change> change) throws IOException {
        Optional<Estimate> difference = change.map(Change::difference);
        Optional<Interval> interval = difference.flatMap(Estimate::interval);
        writeNumber("difference", difference.map(Estimate::value));
        writeNumber("lower", interval.map(Interval::lower));
        writeNumber("upper", interval.map(Interval::upper));
        writeNumber("p_value", change.flatMap(c -> boxed(c.pValue())));
    }

    private void writeChanges() throws IOException {
        json.writeArrayFieldStart("changes");
        for (RecoveryReport.Compared pair : report.compared()) {
            json.writeStartObject();
            json.writeStringField("by", pair.by());
            json.writeStringField("before", pair.before());
            json.writeStringField("after", pair.after());
            json.writeArrayFieldStart("figures");
            for (RecoveryReport.Difference difference : pair.differences()) {
                json.writeStartObject();
                json.writeStringField("figure", difference.before().name());
                writeChange(difference.change());
                writeText(
                        "verdict",
                        difference
                                .change()
                                .map(c ->
                                        CsvRecovery.word(c, difference.before().isOutcome())));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeFits() throws IOException {
        json.writeArrayFieldStart("fitted_weights");
        for (RecoveryReport.Fit fitted : report.fits()) {
            json.writeStartObject();
            json.writeStringField("outcome", fitted.outcome());
            Optional<WeightFit> fit = fitted.fit();
            if (fit.isPresent()) {
                writeFit(fit.get());
            } else {
                json.writeStringField("problem", fitted.problem());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeFit(WeightFit fit) throws IOException {
        json.writeNumberField("n", fit.count());
        json.writeBooleanField("fitted_predict_better", fit.fittedPredictBetter());
        json.writeStringField("reason", fit.reason());
        json.writeObjectFieldStart("weights");
        for (FairnessDimension dimension : FairnessDimension.values()) {
            if (fit.importance().rSquared() > 0) {
                json.writeObjectFieldStart(word(dimension));
                Optional<Interval> interval = fit.interval(dimension);
                writeNumber("fitted", Optional.ofNullable(fit.weights().get(dimension)));
                writeNumber("lower", interval.map(Interval::lower));
                writeNumber("upper", interval.map(Interval::upper));
                writeNumber("to_use", Optional.ofNullable(fit.recommended().get(dimension)));
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private void writeCase(long row, Optional<String> why, CaseFairness score) throws IOException {
        json.writeStartObject();
        json.writeNumberField("row", row);
        if (why.isPresent()) {
            json.writeStringField("why", why.get());
        }
        writeNumber("points", boxed(score.overall()));
        json.writeNumberField("bounds_lower", score.bounds().lower());
        json.writeNumberField("bounds_upper", score.bounds().upper());
        writeNumber("weight_robust_lower", score.weightRobust().map(Interval::lower));
        writeNumber("weight_robust_upper", score.weightRobust().map(Interval::upper));
        if (score.isFair().isPresent()) {
            json.writeBooleanField("fair", score.isFair().get());
        } else {
            json.writeNullField("fair");
        }
        writeText("weakest", score.weakest().map(JsonRecovery::word));
        writeNumber("compensation_ratio", boxed(score.compensationRatio()));
        json.writeObjectFieldStart("dimensions");
        for (FairnessDimension dimension : FairnessDimension.values()) {
            writeDimension(score.dimension(dimension));
        }
        json.writeEndObject();
        if (score.overall().isPresent()) {
            writeLost(score.contributions());
        } else {
            json.writeNullField("points_lost");
        }
        json.writeArrayFieldStart("notes");
        for (CaseFairness.Note note : score.notes()) {
            json.writeString(word(note));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeDimension(DimensionScore part) throws IOException {
        if (!part.isApplicable()) {
            json.writeNullField(word(part.dimension()));
            return;
        }
        json.writeObjectFieldStart(word(part.dimension()));
        writeNumber("points", boxed(part.point()));
        json.writeNumberField("bounds_lower", part.bounds().lower());
        json.writeNumberField("bounds_upper", part.bounds().upper());
        json.writeNumberField("known", part.coverage());
        writeText("cap", part.cap().map(JsonRecovery::word));
        json.writeArrayFieldStart("not_known");
        for (EvidenceScore piece : part.evidence()) {
            Evidence evidence = piece.evidence();
            if (!piece.isObserved()) {
                json.writeString(evidence.label());
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private void writeText(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        } else {
            json.writeNullField(name);
        }
    }

    private void writeNumber(String name, Optional<Double> value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }
}
