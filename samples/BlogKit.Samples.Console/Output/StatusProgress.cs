using System.Globalization;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Shows how much is done behind the title of running work.</summary>
internal sealed class StatusProgress<T>(StatusContext status, string title) : IProgress<T>
    where T : IFormattable
{
    public void Report(T value) => status.Status = $"{title.EscapeMarkup()}: {value.ToString(null, CultureInfo.InvariantCulture).EscapeMarkup()}";
}
