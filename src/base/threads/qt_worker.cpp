// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/threads/qt_worker.h"

#include <QString>

#include <atomic>
#include <future>
#include <tuple>

namespace base {

namespace {

class LoopThread final : public QThread
{
public:
    LoopThread(const Clock& clock, QtWorker::Options options,
               std::promise<std::shared_ptr<Home>> up)
        : m_clock(clock), m_options(std::move(options)), m_up(std::move(up))
    {
        setObjectName(QString::fromStdString(m_options.name)); // Qt names the thread by it
    }

protected:
    void run() override
    {
        serve();
        m_isOver.store(true, std::memory_order_release);
    }

public:
    /// What it did is before what comes after this. QThread::wait() says so too, but within Qt, where the
    /// thread sanitizer does not look.
    void join()
    {
        wait();
        std::ignore = m_isOver.load(std::memory_order_acquire);
    }

private:
    void serve()
    {
        QtHome home(m_clock, m_options.bound);
        if (m_options.atStart)
            m_options.atStart(home);
        m_up.set_value(home.home());
        exec();
        if (m_options.atEnd)
            m_options.atEnd();
    }

    const Clock& m_clock;
    const QtWorker::Options m_options;
    std::promise<std::shared_ptr<Home>> m_up;
    std::atomic<bool> m_isOver = false;
};

} // namespace

QtWorker::QtWorker(const Clock& clock, Options options)
{
    std::promise<std::shared_ptr<Home>> up;
    auto home = up.get_future();
    m_thread = std::make_unique<LoopThread>(clock, std::move(options), std::move(up));
    m_thread->start();
    m_home = home.get();
}

QtWorker::~QtWorker()
{
    stop();
}

void QtWorker::stop()
{
    m_thread->quit();
    static_cast<LoopThread&>(*m_thread).join();
}

} // namespace base
