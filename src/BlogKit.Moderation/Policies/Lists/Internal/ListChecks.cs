using System.Globalization;

namespace BlogKit.Moderation.Internal;

/// <summary>Checks of the options that both lists have.</summary>
internal static class ListChecks
{
    public static void Check(
        string path, IList<string> entries, IList<string> files, TimeSpan lookEvery, ListKinds kinds, ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, $"{path}:LookEvery", lookEvery, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        for (var i = 0; i < files.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(files[i]))
            {
                failures.Add($"{path}:Files:{i} must be the path of a file.");
            }
        }

        CompiledList.Compile(
            entries.Select((e, i) => new ListLine(e ?? "", string.Create(CultureInfo.InvariantCulture, $"{path}:Entries:{i}"))),
            kinds,
            failures);
    }
}
