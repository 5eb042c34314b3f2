using System.Runtime.ExceptionServices;
using BlogKit.Interchange;

namespace BlogKit.CommandLine;

/// <summary>
/// Writes the report of an import beside its place while the import goes on, and names it at the end, also when the import broke off: its
/// lines say what was brought in until then.
/// </summary>
internal static class ReportFile
{
    /// <summary>Runs an import and writes its report.</summary>
    /// <param name="path">The file; JSON when its name ends in .json. Null for no report.</param>
    /// <param name="work">The import, given the report; null when there is none.</param>
    public static async Task WriteAsync(string? path, Func<ImportReportFile?, Task> work)
    {
        if (path is null)
        {
            await work(null);
            return;
        }

        ExceptionDispatchInfo? broken = null;
        await OutputFile.WriteAsync(path, async file =>
        {
            using var report = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                ? ImportReportFile.OfJson(file)
                : ImportReportFile.OfText(file);
            try
            {
                await work(report);
            }
            catch (ImportSourceException fault)
            {
                broken = ExceptionDispatchInfo.Capture(fault);
            }

            return true;
        });
        broken?.Throw();
    }
}
