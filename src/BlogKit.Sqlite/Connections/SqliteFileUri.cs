using Microsoft.Data.Sqlite;

namespace BlogKit;

/// <summary>
/// Data sources that are URIs (https://sqlite.org/uri.html). They are taken as the path they stand for; what their parameters ask for and
/// the store cannot do is refused by name, so that it is not met as a lost blog or a storm of errors.
/// </summary>
internal static class SqliteFileUri
{
    private const string Scheme = "file:";

    public static bool IsUri(string dataSource) => dataSource.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Puts the path in the place of the URI.</summary>
    /// <exception cref="ArgumentException">It asks for something that the store cannot do, or names no file of this machine.</exception>
    public static void Resolve(SqliteConnectionStringBuilder parts)
    {
        var uri = parts.DataSource[Scheme.Length..];
        uri = Before(uri, '#');
        var query = uri.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? uri[(at + 1)..] : "";
        foreach (var parameter in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Split(parameter);
            switch ((name, value.ToLowerInvariant()))
            {
                case ("mode", "rwc"):
                case ("cache", "private"):
                    break;
                case ("mode", "rw"):
                    parts.Mode = SqliteOpenMode.ReadWrite;
                    break;
                case ("mode", "memory"):
                    throw Refused(name, value, "BlogKit.Sqlite keeps its data in a file. For a blog in memory use UseInMemory().");
                case ("mode", "ro"):
                    throw Refused(name, value, "BlogKit.Sqlite writes to its file.");
                case ("cache", "shared"):
                    throw Refused(
                        name, value, "BlogKit.Sqlite reads beside its writer, which a shared cache makes fail with 'table is locked'.");
                default:
                    throw Refused(name, value, "BlogKit.Sqlite relies on SQLite's own locks and settings.");
            }
        }

        parts.DataSource = PathOf(Uri.UnescapeDataString(Before(uri, '?')), parts.DataSource);
    }

    private static string PathOf(string rest, string whole)
    {
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var slash = rest.IndexOf('/', 2);
            var authority = slash < 0 ? rest[2..] : rest[2..slash];
            if (authority.Length > 0 && !authority.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            {
                throw new ArgumentException(
                    $"'Data Source={whole}' names a file of the machine '{authority}'. "
                        + "BlogKit.Sqlite works on local disks: 'Data Source=blog.db'.",
                    nameof(whole));
            }

            rest = slash < 0 ? "" : rest[slash..];
        }

        // On Windows a URI has a slash before the drive.
        return OperatingSystem.IsWindows() && rest is ['/', _, ':', ..] ? rest[1..] : rest;
    }

    private static ArgumentException Refused(string name, string value, string why) =>
        new(
            $"The data source of the SQLite connection string says '{name}={value}'. {why} Leave it out: 'Data Source=blog.db'.",
            nameof(value));

    private static string Before(string text, char end) =>
        text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? text[..at] : text;

    private static (string Name, string Value) Split(string parameter)
    {
        var at = parameter.IndexOf('=', StringComparison.Ordinal);
        return at < 0
            ? (Uri.UnescapeDataString(parameter), "")
            : (Uri.UnescapeDataString(parameter[..at]), Uri.UnescapeDataString(parameter[(at + 1)..]));
    }
}
