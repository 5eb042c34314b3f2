using System.Text.Json;

namespace BlogKit.Samples.Web.Accounts;

/// <summary>The accounts in a small file that only this process's user may read. Written beside itself and renamed, so that it is never half there.</summary>
internal sealed class AccountFile(string path)
{
    private readonly Lock _gate = new();
    private Account[]? _accounts;

    public bool IsEmpty => Read().Length == 0;

    public Account? Find(string name) =>
        Array.Find(Read(), account => string.Equals(account.Name, name.Trim(), StringComparison.OrdinalIgnoreCase));

    public void Add(Account account)
    {
        lock (_gate)
        {
            Account[] accounts = [.. Read(), account];
            var draft = path + ".new";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(draft, options))
            {
                JsonSerializer.Serialize(file, accounts, AccountsJson.Default.AccountArray);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
            _accounts = accounts;
        }
    }

    private Account[] Read()
    {
        lock (_gate)
        {
            return _accounts ??= File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), AccountsJson.Default.AccountArray) ?? [] : [];
        }
    }
}
