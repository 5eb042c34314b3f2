namespace BlogKit.Samples.Web.Accounts;

/// <summary>The accounts, in a file of their own.</summary>
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
            PrivateFile.Write(path, accounts, AccountsJson.Default.AccountArray);
            _accounts = accounts;
        }
    }

    private Account[] Read()
    {
        lock (_gate)
        {
            return _accounts ??= PrivateFile.Read(path, AccountsJson.Default.AccountArray) ?? [];
        }
    }
}
