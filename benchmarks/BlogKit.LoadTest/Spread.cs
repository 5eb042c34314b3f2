using System.Globalization;

namespace BlogKit.LoadTest;

/// <summary>The middle and the ends of repeated measurements.</summary>
internal static class Spread
{
    private const int Hundred = 100;

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }

    /// <summary>Three digits, or all before the point.</summary>
    public static string Digits(double value) => value.ToString(value >= Hundred ? "N0" : "G3", CultureInfo.InvariantCulture);

    /// <summary>The median, and in brackets least and greatest where there are several.</summary>
    public static string Text(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return all.Length < 2 ? Digits(Median(all)) : $"{Digits(Median(all))} ({Digits(all.Min())}–{Digits(all.Max())})";
    }
}
