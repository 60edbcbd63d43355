#pragma once

#include "core/hub/engine.h"

#include <QTextStream>

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace hub {

/// The commands about windows that were lost, people who leave, and what is past its time: wipe, lift-wipe, salvage-file, close-account,
/// retention.
class CareCommand final
{
public:
    /// Both outlive it.
    CareCommand(QTextStream &out, QTextStream &err) : m_out(out), m_err(err) { }

    /// The commands with their options, which stand here.
    void addTo(CLI::App &app);
    bool isAsked() const { return bool(m_act); }
    /// The exit code.
    int obey(const Engine &engine) { return m_act(engine); }

private:
    int wipe(const Engine &engine);
    int lift(const Engine &engine);
    int takeRemnant(const Engine &engine);
    int closeAccount(const Engine &engine);
    int retention(const Engine &engine);
    int fail(const base::Error &error);

    QTextStream &m_out;
    QTextStream &m_err;
    std::function<int(const Engine &)> m_act;
    std::string m_device, m_reason, m_file, m_name;
    bool m_isMeant = false; ///< retention: not only said
};

}
