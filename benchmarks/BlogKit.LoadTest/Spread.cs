using System.Globalization;

namespace BlogKit.LoadTest;

/// <summary>The middle and the ends of repeated measurements.</summary>
internal static class Spread
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }

    /// <summary>The median, and in brackets least and greatest where there are several.</summary>
    public static string Text(IEnumerable<double> values, string format)
    {
        double[] all = [.. values];
        string Of(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return all.Length < 2 ? Of(Median(all)) : $"{Of(Median(all))} ({Of(all.Min())}–{Of(all.Max())})";
    }
}
