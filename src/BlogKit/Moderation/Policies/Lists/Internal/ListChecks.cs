using System.Globalization;

namespace BlogKit.Internal;

/// <summary>Checks of the options that both lists have.</summary>
internal static class ListChecks
{
    public static void Check(string path, string[] entries, string[] files, TimeSpan lookEvery, ListKinds kinds, ICollection<string> failures)
    {
        OptionChecks.Range(failures, $"{path}:LookEvery", lookEvery, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        for (var i = 0; i < files.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(files[i]))
            {
                failures.Add($"{path}:Files:{i} must be the path of a file.");
            }
        }

        CompiledList.Compile(
            entries.Select((e, i) => new ListLine(e ?? "", string.Create(CultureInfo.InvariantCulture, $"{path}:Entries:{i}"))), kinds, failures);
    }
}
