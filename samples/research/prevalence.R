# Redraws the first figure of an audit from its tables, with base R alone.
#
#   clausecheck audit samples/clean samples/gapped -o run
#   Rscript samples/research/prevalence.R run prevalence.pdf
#
# Everything is read from two tables; CODEBOOK.md in the run says what each column means.

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) != 2) stop("usage: Rscript prevalence.R RUN FIGURE.pdf")
run <- arguments[1]

read_table <- function(name) {
  read.csv(file.path(run, name), na.strings = "", stringsAsFactors = FALSE, encoding = "UTF-8")
}
shares <- read_table("statistics/prevalence.csv")
rules <- read_table("rules.csv")

# The whole corpus, every pack as one case: the column of the metadata is empty.
whole <- subset(shares, is.na(column) & measure == "present" & counting == "packs")
whole <- merge(whole, rules[, c("rule", "family")], by = "rule")
whole <- whole[order(whole$family, whole$share), ]
stopifnot(nrow(whole) == nrow(rules), all(whole$low <= whole$share + 1e-6, na.rm = TRUE))

# The same intervals as Wilson's, computed here: the table can be checked, not only believed.
z <- qnorm(0.975)
n <- whole$effective_cases
centre <- (whole$share + z^2 / (2 * n)) / (1 + z^2 / n)
half <- z / (1 + z^2 / n) * sqrt(whole$share * (1 - whole$share) / n + z^2 / (4 * n^2))
stopifnot(all(abs(pmax(centre - half, 0) - whole$low) < 1e-5, na.rm = TRUE))

pdf(arguments[2], width = 8, height = 2 + nrow(whole) / 6)
par(mar = c(4, 14, 1, 1))
at <- seq_len(nrow(whole))
plot(whole$share, at, xlim = c(0, 1), pch = 16, yaxt = "n", ylab = "", xlab = "Share of packs")
segments(whole$low, at, whole$high, at)
axis(2, at, whole$rule, las = 1, cex.axis = 0.7)
invisible(dev.off())

cat(sprintf("%d rules, %d packs fully read\n", nrow(whole), max(whole$packs - whole$not_fully_read)))
