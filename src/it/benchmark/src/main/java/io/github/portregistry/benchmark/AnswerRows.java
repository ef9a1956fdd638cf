package io.github.portregistry.benchmark;

import static io.github.portregistry.benchmark.Table.share;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The row of how many answers are right. */
final class AnswerRows {

    private AnswerRows() {}

    static void add(Measuring measuring) throws IOException {
        RightAnswers answers = new RightAnswers();
        List<String> others = new ArrayList<>();
        Peers.ALL.forEach((name, peer) -> others.add(name + " " + share(answers.peer(peer))));
        others.sort(null);
        measuring
                .table()
                .addShares(
                        "right answers on " + answers.count() + " named ports and transports, "
                                + answers.countWithSeveralNames() + " of them with several names",
                        answers.library(MeasuredEdition.registry()),
                        String.join(", ", others));
    }
}
