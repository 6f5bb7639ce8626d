package io.github.cxkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cxkit.examples.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Figures of public data, worked out beforehand with R 4.2.2 and its package survey 4.1-1. The data is not part of this project: the
 * tests are skipped unless {@code -Dcxkit.data} names a folder with it.
 */
class RealDataReportTest {

    private static Run csv(String file, String... options) {
        List<String> args = new ArrayList<>(List.of("report", existing(file), "--format", "csv"));
        args.addAll(List.of(options));
        return Run.cxkit(args.toArray(String[]::new));
    }

    private static String existing(String file) {
        String folder = System.getProperty("cxkit.data", "");
        assumeTrue(!folder.isBlank(), "no folder with real data: -Dcxkit.data is not set");
        Path path = Path.of(folder, file);
        assumeTrue(Files.isRegularFile(path), "no " + file + " in the folder of -Dcxkit.data");
        return path.toString();
    }

    @Test
    void airport_2017_nps() {
        Run run = csv("sfo_survey_2017.csv");

        assertThat(run.exitCode()).isZero();
        assertThat(run.value("", "all", "NPS")).isCloseTo(39.83977, within(5e-6));
        assertThat(run.csvRow("", "all", "NPS")).containsSubsequence("2746", "85", "0", "sufficient");
        assertThat(Double.parseDouble(run.csvRow("", "all", "NPS").get(12))).isCloseTo(1.33438, within(5e-6));
        Object json = JsonMaps.object(Run.cxkit("report", existing("sfo_survey_2017.csv"), "--format", "json")
                .out());
        assertThat(JsonMaps.at(json, "metrics", 0, "total", "promoters")).isEqualTo(1436);
        assertThat(JsonMaps.at(json, "metrics", 0, "total", "passives")).isEqualTo(968);
        assertThat(JsonMaps.at(json, "metrics", 0, "total", "detractors")).isEqualTo(342);
    }

    @Test
    void airport_2017_weighted_nps() {
        Run run = csv("sfo_survey_2017.csv", "--weight", "weight");

        assertThat(run.value("", "all", "NPS")).isCloseTo(40.39844, within(5e-6));
        assertThat(run.n("", "all", "NPS")).isEqualTo(2746);
        assertThat(Double.parseDouble(run.csvRow("", "all", "NPS").get(12))).isCloseTo(1.445725, within(5e-7));
        assertThat(Double.parseDouble(run.csvRow("", "all", "NPS").get(13))).isCloseTo(2266.5, within(0.05));
        assertThat(Run.cxkit("report", existing("sfo_survey_2017.csv"), "--weight", "weight")
                        .out())
                .contains("2266.5");
    }

    @Test
    void airport_2017_nps_with_and_without_a_problem() {
        Run run = csv("sfo_survey_2017.csv", "--by", "problem");

        assertThat(run.value("problem", "Y", "NPS")).isCloseTo(18.770, within(5e-4));
        assertThat(run.n("problem", "Y", "NPS")).isEqualTo(309);
        assertThat(run.value("problem", "N", "NPS")).isCloseTo(43.648, within(5e-4));
        assertThat(run.n("problem", "N", "NPS")).isEqualTo(2330);
    }

    @Test
    void airport_2017_satisfaction() {
        List<String> row = csv("sfo_survey_2017.csv").csvRow("", "all", "CSAT top-2 of 5");

        assertThat(Double.parseDouble(row.get(3))).isCloseTo(82.068, within(5e-4));
        assertThat(Double.parseDouble(row.get(4))).isCloseTo(80.573, within(5e-4));
        assertThat(Double.parseDouble(row.get(5))).isCloseTo(83.473, within(5e-4));
        assertThat(row).containsSubsequence("Wilson", "2688");
    }

    @Test
    void airport_2017_ease() {
        Run security = csv("sfo_survey_2017.csv", "--ces", "ease_security", "--ces-scale", "1-5");
        assertThat(security.value("", "all", "CES mean (1 to 5)")).isCloseTo(4.3070, within(5e-5));
        assertThat(security.value("", "all", "CES easy top-2 of 5")).isCloseTo(82.011, within(5e-4));
        assertThat(security.n("", "all", "CES mean (1 to 5)")).isEqualTo(2407);

        Run way = csv("sfo_survey_2017.csv", "--ces", "ease_find_way", "--ces-scale", "1-5");
        assertThat(way.value("", "all", "CES mean (1 to 5)")).isCloseTo(4.4133, within(5e-5));
        assertThat(way.value("", "all", "CES easy top-2 of 5")).isCloseTo(85.352, within(5e-4));
        assertThat(way.n("", "all", "CES mean (1 to 5)")).isEqualTo(2683);
    }

    @Test
    void airport_satisfaction_by_year() {
        Run run = csv("sfo_overall_2011_2017.csv", "--by", "year");

        Map.of(
                        "2011", 75.393, "2012", 78.793, "2013", 79.274, "2014", 78.857, "2015", 80.000, "2016", 80.987,
                        "2017", 82.068)
                .forEach((year, share) -> assertThat(run.value("year", year, "CSAT top-2 of 5"))
                        .as(year)
                        .isCloseTo(share, within(5e-4)));
        Map.of("2011", 3694L, "2012", 3348L, "2013", 3334L, "2014", 2677L, "2015", 2810L, "2016", 2919L, "2017", 2688L)
                .forEach((year, n) -> assertThat(run.n("year", year, "CSAT top-2 of 5"))
                        .as(year)
                        .isEqualTo(n));
    }

    @Test
    void airport_satisfaction_as_a_trend_of_years() {
        Run run = csv("sfo_overall_2011_2017.csv", "--month", "year", "--trend", "year");

        double[] shares = {75.393, 78.793, 79.274, 78.857, 80.000, 80.987, 82.068};
        long[] answers = {3694, 3348, 3334, 2677, 2810, 2919, 2688};
        for (int i = 0; i < shares.length; i++) {
            String year = Integer.toString(2011 + i);
            assertThat(run.value("year of year", year, "CSAT top-2 of 5"))
                    .as(year)
                    .isCloseTo(shares[i], within(5e-4));
            assertThat(run.n("year of year", year, "CSAT top-2 of 5")).as(year).isEqualTo(answers[i]);
        }
        List<String> change =
                run.csvRow("year of year", "2012", "CSAT top-2 of 5").subList(21, 26);
        assertThat(Double.parseDouble(change.get(0))).isCloseTo(78.793 - 75.393, within(1e-3));
        assertThat(change.get(4)).isEqualTo("improved");
    }

    @Test
    void shop_reviews() {
        Run run = csv("olist_reviews.csv");

        assertThat(run.exitCode()).isZero();
        assertThat(run.value("", "all", "CSAT mean (1 to 5)")).isCloseTo(4.119286, within(5e-7));
        assertThat(run.value("", "all", "CSAT top-2 of 5")).isCloseTo(78.2077, within(5e-5));
        Object json = JsonMaps.object(Run.cxkit("report", existing("olist_reviews.csv"), "--format", "json")
                .out());
        assertThat(JsonMaps.at(json, "metrics", 0, "total", "counts"))
                .isEqualTo(Map.of("1", 550, "2", 141, "3", 396, "4", 978, "5", 2923));
    }

    @Test
    void shop_reviews_of_orders_on_time_and_late() {
        Run run = csv("olist_reviews.csv", "--by", "delivered_at<=promised_at");
        String on = "delivered_at<=promised_at";

        assertThat(run.value(on, "yes", "CSAT top-2 of 5")).isCloseTo(83.702, within(5e-4));
        assertThat(run.n(on, "yes", "CSAT top-2 of 5")).isEqualTo(4522);
        assertThat(run.value(on, "no", "CSAT top-2 of 5")).isCloseTo(28.528, within(5e-4));
        assertThat(run.n(on, "no", "CSAT top-2 of 5")).isEqualTo(326);
        assertThat(run.value(on, "unknown", "CSAT top-2 of 5")).isCloseTo(16.429, within(5e-4));
        assertThat(run.n(on, "unknown", "CSAT top-2 of 5")).isEqualTo(140);
    }

    @Test
    void shop_satisfaction_of_those_served_late_against_those_served_on_time() {
        List<String> row = csv("olist_reviews.csv", "--by", "delivered_at<=promised_at", "--compare", "yes:no")
                .csvRow("change by delivered_at<=promised_at", "yes:no", "CSAT top-2 of 5");

        assertThat(Double.parseDouble(row.get(3))).isCloseTo(-55.17, within(5e-3));
        assertThat(Double.parseDouble(row.get(4))).isCloseTo(-59.92, within(5e-3));
        assertThat(Double.parseDouble(row.get(5))).isCloseTo(-49.93, within(5e-3));
        assertThat(row).contains("MOVER", "worsened");
    }
}
