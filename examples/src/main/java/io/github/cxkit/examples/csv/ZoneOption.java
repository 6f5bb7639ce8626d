package io.github.cxkit.examples.csv;

import java.time.ZoneId;
import picocli.CommandLine.Option;

/** The option of the commands that read times or days: in which zone. */
public final class ZoneOption {

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            converter = CsvConverters.ToZone.class,
            order = 900,
            description = {
                "Time zone of the calendar: in which instants with an offset (2026-03-31T23:30Z) fall on a day. "
                        + "Default: ${DEFAULT-VALUE}"
            })
    private ZoneId zone = ZoneId.of("UTC");

    /** Made by the command line. */
    public ZoneOption() {}

    /** The zone of the calendar. */
    public ZoneId zone() {
        return zone;
    }
}
