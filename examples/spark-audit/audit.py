"""Assesses an archive with Spark and writes the table of assessments.

    spark-submit --py-files himaya_spark.py audit.py ARCHIVE OUT [--age-band BAND] [--no-text-model]

ARCHIVE: a Parquet, JSON Lines or CSV file or folder, with columns as `himaya audit` reads them.
"""

from __future__ import annotations

import argparse

from pyspark.sql import DataFrame, SparkSession

import himaya_spark

READ = "id string, conversation string, role string, time {time}, text string"


def archive(spark: SparkSession, path: str) -> DataFrame:
    """The archive as a table."""
    from pyspark.sql import functions as F

    if path.endswith(".parquet"):
        read = spark.read.parquet(path)
        for name in ("id", "conversation"):
            if name in read.columns:
                read = read.withColumn(name, F.col(name).cast("string"))
        return read
    schema = READ.format(time="long")
    if path.endswith(".csv"):
        # By the names of the first line, not by their order.
        read = spark.read.option("header", True).option("multiLine", True).option("escape", '"').csv(path)
        read = read.withColumn("time", F.col("time").cast("long"))
    else:
        read = spark.read.schema(schema).json(path)
    return read.withColumn("time", F.timestamp_millis("time"))


def main() -> None:
    """Reads the arguments and runs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive")
    parser.add_argument("out")
    parser.add_argument("--age-band", default="10-12")
    parser.add_argument("--no-text-model", action="store_true")
    args = parser.parse_args()
    spark = SparkSession.builder.appName("himaya-audit").config("spark.sql.session.timeZone", "UTC").getOrCreate()
    read = archive(spark, args.archive)
    result = himaya_spark.assessed(read, age_band=args.age_band, text_model=not args.no_text_model)
    result.write.mode("errorifexists").parquet(args.out)
    spark.read.parquet(args.out).groupBy("action").count().orderBy("action").show()
    spark.stop()


if __name__ == "__main__":
    main()
