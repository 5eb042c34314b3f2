using System.Runtime.ExceptionServices;
using BlogKit.Interchange;
using BlogKit.Internal;

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

        path = Path.GetFullPath(path);
        ExceptionDispatchInfo? broken = null;
        var draft = path + ".part";
        LastingFiles.TryDelete(draft);
        await LastingFiles.WriteDraftAsync(draft, async file =>
        {
            await using var buffered = new BufferedStream(file, 64 * 1024);
            using (var report = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                ? ImportReportFile.OfJson(buffered)
                : ImportReportFile.OfText(buffered))
            {
                try
                {
                    await work(report);
                }
                catch (ImportSourceException fault)
                {
                    broken = ExceptionDispatchInfo.Capture(fault);
                }
            }

            await buffered.FlushAsync();
            file.Flush();
        });
        LastingFiles.Publish(draft, path, overwrite: true);
        broken?.Throw();
    }
}
